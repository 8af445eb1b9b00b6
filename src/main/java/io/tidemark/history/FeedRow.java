package io.tidemark.history;

import io.tidemark.journal.Deed;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a change did at a name, as the sequencer has noted it.
 *
 * @param member the name; 0 for what changed of the collection itself
 * @param resource what it was done to
 * @param isCollection whether that is a collection
 * @param deeds what was done; nothing where that was not kept
 * @param revision the revision that shows it; null for none
 * @param other of what was moved, the name at the other end
 * @param current whether the name still stands for the resource
 */
record FeedRow(
        UUID collection,
        long number,
        long member,
        String name,
        UUID resource,
        boolean isCollection,
        Set<Deed> deeds,
        @Nullable Integer revision,
        @Nullable Long other,
        boolean current) {

    private static final long ITSELF = 0;
    private static final long BIRTH = -1;

    /** That what a feed is about was made by a change, as the change's other rows do not tell. */
    static FeedRow birth(long number, UUID resource, boolean isCollection) {
        Set<Deed> deeds = isCollection ? EnumSet.of(Deed.CREATED, Deed.FILLED) : EnumSet.of(Deed.CREATED);
        return new FeedRow(resource, number, BIRTH, "", resource, isCollection, deeds, null, null, true);
    }

    /** Whether it is such a one. */
    boolean isBirth() {
        return member == BIRTH;
    }

    /** Whether it is about the collection itself. */
    boolean isOfCollection() {
        return member == ITSELF;
    }

    /** Whether the resource left the name. */
    boolean isRemoval() {
        return deeds.contains(Deed.REMOVED);
    }

    /** Whether the resource went from one name to another. */
    boolean isMove() {
        return deeds.contains(Deed.MOVED) && other != null;
    }

    /** Whether a collection may have gone from the name, or count as mapped there anew, as when reports come to stop at it. */
    boolean mayEndSubtree() {
        return isCollection && member > ITSELF && (isRemoval() || deeds.contains(Deed.PROPERTIES) || deeds.isEmpty());
    }

    /** Whether it was made with members, of which no row tells. */
    boolean isFilled() {
        return isCollection && deeds.contains(Deed.FILLED);
    }
}
