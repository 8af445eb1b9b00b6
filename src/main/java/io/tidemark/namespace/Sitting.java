package io.tidemark.namespace;

import java.util.UUID;

/**
 * That a revision is still open: the writes of one lock go into it (docs/retention.md).
 *
 * @param lock the lock's token; the lock may have ended since
 * @param branch the revision's branch
 */
public record Sitting(UUID lock, int branch) {}
