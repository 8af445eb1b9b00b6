package io.tidemark.journal;

import java.util.UUID;

/** How far a batch raises a member's marks; 0 leaves one as it is. */
final class MemberMark {

    private final long memberId;
    private final UUID collectionId;
    private long number;
    private long mapped;
    private long below;

    MemberMark(long memberId, UUID collectionId) {
        this.memberId = memberId;
        this.collectionId = collectionId;
    }

    void touch(long change) {
        number = Math.max(number, change);
    }

    void map(long change) {
        mapped = Math.max(mapped, change);
    }

    void raiseBelow(long change) {
        below = Math.max(below, change);
    }

    long memberId() {
        return memberId;
    }

    UUID collectionId() {
        return collectionId;
    }

    /** The newest change to the member itself. */
    long number() {
        return number;
    }

    /** The newest change that mapped something here. */
    long mapped() {
        return mapped;
    }

    /** The newest change below the collection that is mapped here. */
    long below() {
        return below;
    }

    /** The newest change to the member or below it. */
    long mark() {
        return Math.max(number, below);
    }
}
