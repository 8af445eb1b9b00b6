package io.tidemark.namespace;

import java.util.UUID;

/** Fired inside the transaction that takes a name away from a resource, unless the resource gets another for it. */
public record Unmapped(UUID resource) {}
