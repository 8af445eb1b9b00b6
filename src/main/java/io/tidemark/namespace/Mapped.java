package io.tidemark.namespace;

import java.util.UUID;

/**
 * Fired inside the transaction that maps a single resource at a name: one that was moved, bound or undeleted, or has been made.
 * What comes along with a collection, or along with many others, is new, and nothing is fired for it.
 */
public record Mapped(UUID resource) {}
