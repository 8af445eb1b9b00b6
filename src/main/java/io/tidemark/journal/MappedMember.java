package io.tidemark.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member as the newest numbered change left it.
 *
 * @param resourceId what it maps; null for nothing
 * @param mapped the newest change that mapped something there
 */
record MappedMember(long id, UUID collectionId, @Nullable UUID resourceId, long mapped) {}
