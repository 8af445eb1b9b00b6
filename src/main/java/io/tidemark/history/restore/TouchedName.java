package io.tidemark.history.restore;

import io.tidemark.journal.Deed;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** A name that changes touched, which are to be taken back together. */
final class TouchedName {

    private final long member;
    private final UUID collection;
    private final String name;
    private final Set<UUID> resources = new HashSet<>();
    private final Set<Deed> deeds = EnumSet.noneOf(Deed.class);
    private long first = Long.MAX_VALUE;
    private long last;

    TouchedName(long member, UUID collection, String name) {
        this.member = member;
        this.collection = collection;
        this.name = name;
    }

    /** Notes what one of the changes did here. */
    void touch(long number, UUID resource, Set<Deed> done) {
        first = Math.min(first, number);
        last = Math.max(last, number);
        resources.add(resource);
        deeds.addAll(done);
    }

    /** The row of the name. */
    long member() {
        return member;
    }

    /** The collection that it is in. */
    UUID collection() {
        return collection;
    }

    String name() {
        return name;
    }

    /** What the changes did something to. */
    Set<UUID> resources() {
        return resources;
    }

    /** Whether they changed what the name shows, of which only what is under version control is kept. */
    boolean isRewritten() {
        return deeds.contains(Deed.MODIFIED) || deeds.contains(Deed.PROPERTIES);
    }

    /** The number of the first of the changes. */
    long first() {
        return first;
    }

    /** The number of the last. */
    long last() {
        return last;
    }
}
