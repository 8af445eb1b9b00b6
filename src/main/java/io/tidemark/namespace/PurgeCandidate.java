package io.tidemark.namespace;

import java.util.UUID;

/**
 * A mapping that has ended.
 *
 * @param memberId the name
 * @param changeId the change that ended it
 * @param resourceId what was mapped there
 */
public record PurgeCandidate(long memberId, UUID changeId, UUID resourceId) {}
