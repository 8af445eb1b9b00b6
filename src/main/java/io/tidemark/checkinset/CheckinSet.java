package io.tidemark.checkinset;

import java.util.UUID;

/**
 * A checkin set.
 *
 * @param collection the collection that it is
 * @param configuration the workspace in which its revisions are made
 * @param closed whether nothing more comes into it
 */
public record CheckinSet(UUID collection, UUID configuration, boolean closed) {}
