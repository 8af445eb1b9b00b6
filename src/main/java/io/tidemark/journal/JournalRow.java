package io.tidemark.journal;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a change touched: a member, or a resource wherever it is mapped.
 *
 * @param memberId the member that was mapped or unmapped; null for a resource
 * @param resourceId what was mapped at the member, null for nothing; or the resource that changed
 * @param deeds what was done, as {@link Deed} has it; 0 where that was not kept
 * @param revision the revision that shows what was done; null for none
 */
record JournalRow(
        ChangeKind kind,
        @Nullable Long memberId,
        @Nullable UUID resourceId,
        int deeds,
        @Nullable Integer revision) implements Serializable {

    /** A row that does not say what was done. */
    JournalRow(ChangeKind kind, @Nullable Long memberId, @Nullable UUID resourceId) {
        this(kind, memberId, resourceId, 0, null);
    }

    /** The same row with what was done. */
    JournalRow with(int done, @Nullable Integer shownBy) {
        return new JournalRow(kind, memberId, resourceId, done, shownBy);
    }
}
