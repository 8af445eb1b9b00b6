package io.tidemark.journal;

import io.tidemark.journal.NumberedWatermark.Horizon;
import io.tidemark.kernel.sql.Database;
import io.tidemark.kernel.sql.SequencerSql;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The journal's head, and the changes that wait for their numbers. */
@ApplicationScoped
class NumberingRepository {

    /** The id of the one row of the head. */
    static final int HEAD = 1;

    /**
     * One row while a change waits, in a query of {@code journal_head h}; in the order of an index, which makes databases use
     * it whatever they expect.
     */
    static final String WAITING = "select 1 from journal where number is null and place > h.settled"
            + " order by number, place, ordinal fetch first 1 rows only";

    private static final String SETTLEMENT = "settled, settling, settling_behind";

    /** Numbers changes whose places are as close as places can be: no other change is between them. */
    private static final String NUMBER = "update journal set number = ? + (place - ?) / "
            + JournalRepository.PLACES_APART + " where place between ? and ?";

    private static final String UNNUMBERED = "select " + UnnumberedRow.COLUMNS + " from journal where number is null";
    private static final String HORIZON =
            "select cast(? as bigint), txid_current(), txid_snapshot_xmin(txid_current_snapshot())";

    @Inject
    private SequencerSql sql;

    @Inject
    private Database database;

    private boolean numbersTransactions;

    /** The sequencer asks first without a transaction. In one, the database could not be asked by another data source. */
    @PostConstruct
    void learn() {
        numbersTransactions = database.isPostgreSql();
    }

    /** Whether a committed change waits for its number. */
    boolean hasUnnumbered() {
        return sql.first("select 1 from journal_head h where id = ? and exists (" + WAITING + ")", row -> true, HEAD)
                .isPresent();
    }

    /** When the first change in line was made that waits for its number. */
    Optional<Instant> oldestWaiting() {
        return sql.first(
                "select j.at from journal_head h join journal j on j.number is null and j.place > h.settled where h.id = ?"
                        + " order by j.number, j.place, j.ordinal fetch first 1 rows only",
                row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                HEAD);
    }

    /** Whether more of the line may be settled by now. */
    boolean hasUnsettled() {
        return sql.first("select " + SETTLEMENT + " from journal_head where id = ?", row -> settlement(row, 1), HEAD)
                .filter(NumberedWatermark::isPending)
                .isPresent();
    }

    /** The last place that a writer has drawn; 0 where that is not told. To be asked before the head is locked. */
    long lastPlace() {
        return numbersTransactions
                ? sql.first("select last_value from journal_seq", row -> row.getLong(1))
                        .orElseThrow()
                : 0;
    }

    /** What the transaction sees of writers, whom the next statement sees so far at least. To be asked when the head is locked. */
    Optional<Horizon> horizon(long lastPlace) {
        return numbersTransactions
                ? sql.first(HORIZON, row -> new Horizon(row.getLong(1), row.getLong(2), row.getLong(3)), lastPlace)
                : Optional.empty();
    }

    /** The newest number given. */
    long headNumber() {
        return sql.first("select number from journal_head where id = ?", row -> row.getLong(1), HEAD)
                .orElseThrow();
    }

    /** The head, locked until the transaction ends: there is one sequencer at a time, whatever the number of nodes. */
    JournalHead lockHead() {
        return sql.first(
                        "select incarnation, number, hash, " + SETTLEMENT
                                + " from journal_head where id = ? for update",
                        row -> new JournalHead(
                                row.getObject(1, UUID.class), row.getLong(2), row.getBytes(3), settlement(row, 4)),
                        HEAD)
                .orElseThrow();
    }

    private static NumberedWatermark settlement(ResultSet row, int column) throws SQLException {
        return new NumberedWatermark(row.getLong(column), row.getLong(column + 1), row.getLong(column + 2));
    }

    /** The first rows without a number behind what is settled, in the order of their changes' places. */
    List<UnnumberedRow> unnumbered(NumberedWatermark watermark, int limit) {
        return sql.list(
                UNNUMBERED + " and place > ? order by number, place, ordinal fetch first ? rows only",
                UnnumberedRow::read,
                watermark.place(),
                limit);
    }

    /** The rows of one change. */
    List<UnnumberedRow> unnumberedAt(long place) {
        return sql.list(UNNUMBERED + " and place = ? order by ordinal", UnnumberedRow::read, place);
    }

    /**
     * Writes the numbers of changes into their rows.
     *
     * @param places the changes' places in line, ascending
     * @param first the number of the first change; each further one has the next
     */
    void number(List<Long> places, long first) {
        List<@Nullable Object[]> runs = new ArrayList<>();
        for (int from = 0; from < places.size(); ) {
            int to = from + 1;
            while (to < places.size() && places.get(to) - places.get(to - 1) == JournalRepository.PLACES_APART) {
                to++;
            }
            runs.add(new @Nullable Object[] {first + from, places.get(from), places.get(from), places.get(to - 1)});
            from = to;
        }
        sql.batch(NUMBER, runs);
    }

    /** Writes the chain. */
    void append(List<ChangeLink> links) {
        sql.insert(
                "change_link (number, change_id, at, hash)",
                links.stream()
                        .map(link -> new @Nullable Object[] {
                            link.number(), link.changeId(), link.at().atOffset(ZoneOffset.UTC), link.hash()
                        })
                        .toList());
    }

    /** Moves the head to the newest change. */
    void moveHead(ChangeLink newest, NumberedWatermark watermark) {
        sql.update(
                "update journal_head set number = ?, hash = ?, settled = ?, settling = ?, settling_behind = ? where id = ?",
                newest.number(),
                newest.hash(),
                watermark.place(),
                watermark.next(),
                watermark.behind(),
                HEAD);
    }
}
