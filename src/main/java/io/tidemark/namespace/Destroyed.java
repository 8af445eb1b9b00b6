package io.tidemark.namespace;

import java.util.UUID;

/** Fired inside the transaction that destroys a resource: what others keep of it, such as checkouts, goes with it. */
public record Destroyed(UUID resource) {}
