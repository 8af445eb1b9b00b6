package io.tidemark.journal;

import java.util.UUID;

/**
 * What a member mapped when a change was the newest.
 *
 * @param collection whether it is a collection
 * @param mapped since which change: two mappings of one member with the same number are the same
 */
public record Mapping(UUID resourceId, boolean collection, long mapped) {}
