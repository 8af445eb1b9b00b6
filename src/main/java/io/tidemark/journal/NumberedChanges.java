package io.tidemark.journal;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Finds numbered changes, and says how far back the journal knows a collection. */
@ApplicationScoped
public class NumberedChanges {

    private static final String COLUMNS = "select number, change_id, at from change_link where ";

    /** Changes are numbered nearly in the order of their times: what overlaps are transactions that ran at once. */
    private static final int OVERLAP = 1_000;

    private static final String NEWEST_BEFORE = "select coalesce(max(l.number), 0) from (select number from change_link"
            + " where at <= ? order by at desc fetch first " + OVERLAP + " rows only) l";

    private static final String ALL_BEFORE =
            "select coalesce((select min(l.number) from (select number from change_link"
                    + " where at > ? order by at fetch first " + OVERLAP
                    + " rows only) l) - 1, h.number) from journal_head h";

    @Inject
    private Sql sql;

    /** The change of an id, if the journal still has it and it has its number. */
    public Optional<NumberedChange> find(UUID id) {
        return sql.first(COLUMNS + "change_id = ?", NumberedChanges::change, id);
    }

    /** The change of a number, if the journal still has it. */
    public Optional<NumberedChange> find(long number) {
        return sql.first(COLUMNS + "number = ?", NumberedChanges::change, number);
    }

    /** The number of the newest change that was made up to a time; 0 for none that is known. */
    public long newestBefore(Instant moment) {
        return sql.first(NEWEST_BEFORE, row -> row.getLong(1), moment.atOffset(ZoneOffset.UTC))
                .orElse(0L);
    }

    /** The number up to which all changes were made at a time, or before; later ones may have been, too. */
    public long allBefore(Instant moment) {
        return sql.first(ALL_BEFORE, row -> row.getLong(1), moment.atOffset(ZoneOffset.UTC))
                .orElse(0L);
    }

    /** The number of the newest change in the scope of a collection; 0 for none. */
    public long newestIn(UUID collection) {
        return sql.first(
                        "select number from collection_mark where collection_id = ?", row -> row.getLong(1), collection)
                .orElse(0L);
    }

    /** Whether the journal has forgotten changes in the scope of a collection, some of which may have come after a time. */
    public boolean isForgottenSince(UUID collection, Instant moment) {
        return sql.first(
                        "select coalesce((select min(l.at) from change_link l where l.number ="
                                + " (select min(o.number) from change_link o)), m.changed_at), m.changed_at"
                                + " from collection_mark m where m.collection_id = ? and m.purged > 0",
                        row -> moment.isBefore(instant(row, 1)) && moment.isBefore(instant(row, 2)),
                        collection)
                .orElse(false);
    }

    private static NumberedChange change(ResultSet row) throws SQLException {
        return new NumberedChange(row.getLong(1), row.getObject(2, UUID.class), instant(row, 3));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
