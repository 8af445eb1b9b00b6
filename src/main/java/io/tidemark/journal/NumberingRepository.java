package io.tidemark.journal;

import io.tidemark.kernel.sql.SequencerSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The journal's head, and the changes that wait for their numbers. */
@ApplicationScoped
class NumberingRepository {

    /** The id of the one row of the head. */
    static final int HEAD = 1;

    /** One row while a change waits; in the order of an index, which makes databases use it whatever they expect. */
    static final String WAITING =
            "select 1 from journal where number is null order by number, place, ordinal fetch first 1 rows only";

    /** Numbers changes whose places are as close as places can be: no other change is between them. */
    private static final String NUMBER = "update journal set number = ? + (place - ?) / "
            + JournalRepository.PLACES_APART + " where place between ? and ?";

    private static final String UNNUMBERED = "select " + UnnumberedRow.COLUMNS + " from journal where number is null";

    @Inject
    private SequencerSql sql;

    /** Whether a committed change waits for its number. */
    boolean hasUnnumbered() {
        return sql.first(WAITING, row -> true).isPresent();
    }

    /** The newest number given. */
    long headNumber() {
        return sql.first("select number from journal_head where id = ?", row -> row.getLong(1), HEAD)
                .orElseThrow();
    }

    /** The head, locked until the transaction ends: there is one sequencer at a time, whatever the number of nodes. */
    JournalHead lockHead() {
        return sql.first(
                        "select incarnation, number, hash from journal_head where id = ? for update",
                        row -> new JournalHead(row.getObject(1, UUID.class), row.getLong(2), row.getBytes(3)),
                        HEAD)
                .orElseThrow();
    }

    /** The first rows without a number, in the order of their changes' places. */
    List<UnnumberedRow> unnumbered(int limit) {
        return sql.list(
                UNNUMBERED + " order by number, place, ordinal fetch first ? rows only", UnnumberedRow::read, limit);
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
    void moveHead(long number, byte[] hash) {
        sql.update("update journal_head set number = ?, hash = ? where id = ?", number, hash, HEAD);
    }
}
