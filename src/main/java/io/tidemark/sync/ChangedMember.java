package io.tidemark.sync;

import io.tidemark.namespace.ResourceView;
import org.jspecify.annotations.Nullable;

/**
 * A member as a walk finds it.
 *
 * @param number the newest change to the member itself
 * @param mapped the newest change that mapped something there
 * @param below the newest change below it
 * @param order where it comes among the members that a walk reads by their marks
 * @param resource what is mapped there now; null when it was removed
 */
record ChangedMember(
        long id,
        String name,
        long number,
        long mapped,
        long below,
        long order,
        @Nullable ResourceView resource) {}
