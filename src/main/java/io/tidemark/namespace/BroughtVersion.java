package io.tidemark.namespace;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a file that was made elsewhere, as it is brought here.
 *
 * @param at when it was made
 * @param author who made it
 * @param comment why; null when nobody said
 * @param labels the names that people gave to it
 * @param body its content, which has been kept in this transaction
 */
public record BroughtVersion(
        Instant at, String author, @Nullable String comment, List<String> labels, Body body) {}
