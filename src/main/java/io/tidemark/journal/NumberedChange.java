package io.tidemark.journal;

import java.time.Instant;
import java.util.UUID;

/**
 * A change that has its place in the order.
 *
 * @param number its place
 * @param at when it was made, which among concurrent changes need not follow their order
 */
public record NumberedChange(long number, UUID id, Instant at) {}
