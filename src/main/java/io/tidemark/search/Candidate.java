package io.tidemark.search;

import io.tidemark.index.Sought;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.Target;
import io.tidemark.version.RevisionDetails;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something of which a condition is asked.
 *
 * @param details what its revision says of itself; null for what has none, and where no condition asks
 * @param modified when it was last modified
 * @param words which of the words that are looked for are in its name or its text
 */
record Candidate(Target target, @Nullable RevisionDetails details, Instant modified, Set<Sought> words) {

    /** What is stored. */
    ResourceView view() {
        return target.mapped();
    }
}
