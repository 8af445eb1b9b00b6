package io.tidemark.sync;

import io.tidemark.namespace.ResourceView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member as a walk finds it.
 *
 * @param number the newest change to the member itself
 * @param mapped the newest change that mapped something there
 * @param below the newest change below it
 * @param order where it comes among the members that a walk reads by their marks
 * @param resource what is mapped there now; null when it was removed
 * @param former the collection that was mapped there when the client last looked, if another resource is there now, or if
 *     it was taken away and put back since
 */
record ChangedMember(
        long id,
        String name,
        long number,
        long mapped,
        long below,
        long order,
        @Nullable ResourceView resource,
        @Nullable UUID former) {

    /** The same member with what was mapped there at the walk's bound, which is what the walk reports. */
    ChangedMember atBound(ResourceView then) {
        return new ChangedMember(id, name, number, mapped, below, order, then, former);
    }

    ChangedMember withFormer(@Nullable UUID collection) {
        return new ChangedMember(id, name, number, mapped, below, order, resource, collection);
    }
}
