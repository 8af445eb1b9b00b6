package io.tidemark.journal;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a batch makes of a member: how far it raises its marks, 0 leaves one as it is, and what the member maps then. */
final class MemberMark {

    private final long memberId;
    private final UUID collectionId;
    private @Nullable UUID resourceId;
    private long mapped;
    private long number;
    private long below;

    MemberMark(MappedMember member) {
        this.memberId = member.id();
        this.collectionId = member.collectionId();
        this.resourceId = member.resourceId();
        this.mapped = member.mapped();
    }

    void touch(long change) {
        number = Math.max(number, change);
    }

    /**
     * Maps something there, or nothing.
     *
     * @return the mapping that the change ended; empty when there was none, or when the same change had made it
     */
    Optional<NumberedMappingHistory> map(@Nullable UUID resource, long change) {
        Optional<NumberedMappingHistory> former = Optional.ofNullable(resourceId)
                .filter(id -> mapped != change)
                .map(id -> new NumberedMappingHistory(memberId, change, mapped, id));
        resourceId = resource;
        if (resource != null) {
            mapped = change;
        }
        return former;
    }

    /** What the member maps. */
    MappedMember mapping() {
        return new MappedMember(memberId, collectionId, resourceId, mapped);
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

    /** The newest change below the collection that is mapped here. */
    long below() {
        return below;
    }

    /** The newest change to the member or below it. */
    long mark() {
        return Math.max(number, below);
    }
}
