package io.tidemark.namespace;

import java.util.UUID;

/** Fired inside the transaction that makes a revision of what is under version control. What it will show is not settled yet. */
public record RevisionMade(UUID resource, int number, boolean collection) {}
