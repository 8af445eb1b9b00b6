package io.tidemark.namespace;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Fired inside the transaction that takes contents away for ever, just before it does.
 *
 * @param revision the one that goes; null for the whole resource with all of them
 */
public record ContentGone(UUID resource, @Nullable Integer revision) {}
