package io.tidemark.journal;

import java.util.UUID;

/**
 * A mapping of the numbered tree that has ended.
 *
 * @param ended the change that ended it
 * @param mapped the change that made it
 */
record EndedMapping(long memberId, long ended, long mapped, UUID resourceId) {}
