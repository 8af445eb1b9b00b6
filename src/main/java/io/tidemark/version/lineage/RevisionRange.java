package io.tidemark.version.lineage;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Revisions of one resource, in the order in which they were made.
 *
 * @param branch the number of the branch that they are on; null for all branches
 * @param after the number that comes just before the first
 * @param upTo the number of the last
 */
record RevisionRange(UUID resource, @Nullable Integer branch, int after, int upTo) {

    /** What is left of it after one of its revisions. */
    RevisionRange from(int number) {
        return new RevisionRange(resource, branch, number, upTo);
    }
}
