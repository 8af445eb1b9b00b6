package io.tidemark.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A journal row that waits for its number.
 *
 * @param place the change's place among those that wait
 */
record UnnumberedRow(
        long place,
        UUID changeId,
        ChangeKind kind,
        @Nullable Long memberId,
        @Nullable UUID resourceId,
        String principal,
        Instant at) {

    /** What it says. */
    JournalRow row() {
        return new JournalRow(kind, memberId, resourceId);
    }

    /** What the hash of the change covers of this row. */
    String canonical() {
        return String.join(
                "|",
                changeId.toString(),
                kind.name(),
                String.valueOf(memberId),
                String.valueOf(resourceId),
                principal,
                at.toString());
    }
}
