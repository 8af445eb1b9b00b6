package io.tidemark.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
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
        Instant at,
        int deeds,
        @Nullable Integer revision) {

    /** The columns that {@link #read} reads. */
    static final String COLUMNS =
            "place, change_id, kind, member_id, resource_id, principal, at, deeds, revision_number";

    /** How many columns that are. */
    static final int WIDTH = 9;

    /** Reads a row from its columns. */
    static UnnumberedRow read(ResultSet row) throws SQLException {
        return new UnnumberedRow(
                row.getLong(1),
                row.getObject(2, UUID.class),
                ChangeKind.valueOf(row.getString(3)),
                row.getObject(4, Long.class),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getInt(8),
                row.getObject(9, Integer.class));
    }

    /** What it says. */
    JournalRow row() {
        return new JournalRow(kind, memberId, resourceId, deeds, revision);
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
