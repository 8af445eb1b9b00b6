package io.tidemark.journal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What all rows of a change say alike.
 *
 * @param principal who made it
 */
record ChangeNote(UUID id, String principal, Instant at) {

    /** A row's values, in the order in which the journal's statements have them. */
    @Nullable
    Object[] values(int ordinal, JournalRow row) {
        return new @Nullable Object[] {
            ordinal,
            id,
            row.kind().name(),
            row.memberId(),
            row.resourceId(),
            principal,
            at.atOffset(ZoneOffset.UTC),
            row.deeds(),
            row.revision()
        };
    }
}
