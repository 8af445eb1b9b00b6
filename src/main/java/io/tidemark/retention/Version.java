package io.tidemark.retention;

import java.time.Instant;

/**
 * A revision, as policies look at it.
 *
 * @param bytes how long its content is
 */
record Version(int number, int branch, Instant createdAt, String author, long bytes) {}
