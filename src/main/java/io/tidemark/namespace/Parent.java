package io.tidemark.namespace;

import java.util.UUID;

/**
 * A collection as its members see it.
 *
 * @param versioning what new members take over from it; and whether they make a revision of it
 */
public record Parent(UUID id, Versioning versioning) {}
