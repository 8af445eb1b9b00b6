package io.tidemark.version;

import io.tidemark.namespace.Fork;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a revision says of itself and of its place in the graph (protocol, section 4.4).
 *
 * @param predecessor the revision that it follows on its line; null for the first of all
 * @param branch the id of its branch
 * @param movedFrom the path that a MOVE brought the resource from
 * @param restoredFrom the revision of the same resource that it shows again
 * @param canThaw whether THAW makes it mutable
 * @param thawed whether it is mutable now
 * @param everThawed whether it ever was
 * @param checkoutFork what it says of being checked out a second time; null for nothing
 * @param checkinFork what it says of a second successor; null for nothing
 * @param furtherPredecessors those that the server knows besides the first
 * @param mergedFrom the revisions that clients say were merged into it
 * @param mergedTo the revisions that clients say it was merged into
 * @param next those that follow it, on its line or as the first of a branch
 */
public record RevisionDetails(
        UUID resource,
        int number,
        @Nullable Integer predecessor,
        String branch,
        String author,
        Instant made,
        @Nullable String comment,
        @Nullable String movedFrom,
        @Nullable Integer restoredFrom,
        boolean canThaw,
        boolean thawed,
        boolean everThawed,
        @Nullable Fork checkoutFork,
        @Nullable Fork checkinFork,
        List<String> labels,
        SortedSet<Integer> furtherPredecessors,
        SortedSet<Integer> mergedFrom,
        SortedSet<Integer> mergedTo,
        SortedSet<Integer> next) {

    /** Every revision that it follows, as the server knows. */
    public SortedSet<Integer> previous() {
        SortedSet<Integer> previous = new TreeSet<>(furtherPredecessors);
        if (predecessor != null) {
            previous.add(predecessor);
        }
        return previous;
    }

    /** Every revision that it comes from, as the server knows or clients say. */
    public SortedSet<Integer> mergedFromUnion() {
        SortedSet<Integer> union = previous();
        union.addAll(mergedFrom);
        return union;
    }
}
