package io.tidemark.journal;

import java.util.UUID;

/**
 * Fired inside the transaction that makes a change. Whether it commits only an observer of that time learns.
 *
 * @param id the change's identity
 */
public record ChangeMade(UUID id) {}
