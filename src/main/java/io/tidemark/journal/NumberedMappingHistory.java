package io.tidemark.journal;

import java.util.UUID;

/**
 * A mapping of the numbered tree that has ended. The namespace keeps the same by time: the two are a pair.
 *
 * @param ended the change that ended it
 * @param mapped the change that made it
 */
record NumberedMappingHistory(long memberId, long ended, long mapped, UUID resourceId) {}
