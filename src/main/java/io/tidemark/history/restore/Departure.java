package io.tidemark.history.restore;

import io.tidemark.target.FilesTarget;
import org.jspecify.annotations.Nullable;

/**
 * A name that is to be free.
 *
 * @param from what is there
 * @param within what comes back with it, where it is in what was deleted; null for what is there now
 */
record Departure(FilesTarget from, @Nullable Arrival within) {}
