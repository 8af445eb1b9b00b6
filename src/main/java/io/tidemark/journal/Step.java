package io.tidemark.journal;

import java.util.UUID;

/** One step of a path: from a collection, by a name, to what is mapped there. */
public record Step(UUID from, String name, UUID to) {}
