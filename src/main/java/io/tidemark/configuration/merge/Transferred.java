package io.tidemark.configuration.merge;

import java.time.Instant;

/**
 * How a COPY to another configuration ended.
 *
 * @param created whether the resource is new there
 * @param revision the number of the revision that was copied; 0 for a collection
 * @param conflicts how many files the configuration has gone its own way with: nothing has been copied then
 * @param at when these were put into its resolution queue
 */
record Transferred(boolean created, int revision, int conflicts, Instant at) {}
