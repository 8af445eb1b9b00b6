package io.tidemark.journal;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a change touched: a member, or a resource wherever it is mapped.
 *
 * @param memberId the member that was mapped or unmapped; null for a resource
 * @param resourceId what was mapped at the member, null for nothing; or the resource that changed
 */
record JournalRow(
        ChangeKind kind, @Nullable Long memberId, @Nullable UUID resourceId) implements Serializable {}
