package io.tidemark.journal;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The journal's rows and its head. */
@ApplicationScoped
public class JournalRepository {

    private static final int HEAD = 1;
    private static final String UNNUMBERED =
            "select id, change_id, kind, member_id, resource_id, principal, at from journal where number is null";

    @Inject
    private Sql sql;

    /** Makes the head of an empty journal, unless there is one. */
    void createHeadIfAbsent(UUID incarnation) {
        sql.update(
                "insert into journal_head (id, incarnation, number, hash) values (?, ?, 0, ?) on conflict do nothing",
                HEAD,
                incarnation,
                new byte[32]);
    }

    /** Whether a committed change waits for its number. */
    boolean hasUnnumbered() {
        return sql.first("select 1 from journal where number is null fetch first 1 rows only", row -> true)
                .isPresent();
    }

    /** The newest number given. */
    long headNumber() {
        return sql.first("select number from journal_head where id = ?", row -> row.getLong(1), HEAD)
                .orElseThrow();
    }

    /** Which life of the store this is. */
    public UUID incarnation() {
        return sql.first("select incarnation from journal_head where id = ?", row -> row.getObject(1, UUID.class), HEAD)
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

    /** The oldest rows without a number, those of one change together. */
    List<UnnumberedRow> unnumbered(int limit) {
        return sql.list(
                UNNUMBERED + " order by at, change_id, id fetch first ? rows only",
                JournalRepository::unnumberedRow,
                limit);
    }

    /** The rows of one change. */
    List<UnnumberedRow> unnumbered(UUID changeId) {
        return sql.list(UNNUMBERED + " and change_id = ? order by id", JournalRepository::unnumberedRow, changeId);
    }

    private static UnnumberedRow unnumberedRow(ResultSet row) throws SQLException {
        return new UnnumberedRow(
                row.getLong(1),
                row.getObject(2, UUID.class),
                ChangeKind.valueOf(row.getString(3)),
                row.getObject(4, Long.class),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }

    /** Writes numbers into rows, by the rows' ids. */
    void number(Map<Long, Long> numbers) {
        sql.batch(
                "update journal set number = ? where id = ?",
                numbers.entrySet().stream()
                        .map(row -> new @Nullable Object[] {row.getValue(), row.getKey()})
                        .toList());
    }

    /** Writes the chain. */
    void append(List<ChangeLink> links) {
        sql.batch(
                "insert into change_link (number, change_id, at, hash) values (?, ?, ?, ?)",
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

    /** The number up to which changes count as forgotten. */
    long purgedNumber() {
        return sql.first("select purged from journal_head where id = ?", row -> row.getLong(1), HEAD)
                .orElseThrow();
    }

    /** Moves that number. */
    void movePurged(long number) {
        sql.update("update journal_head set purged = ? where id = ?", number, HEAD);
    }

    /** The newest change made before a time; 0 for none. */
    long newestBefore(OffsetDateTime time) {
        return sql.first("select max(number) from change_link where at < ?", row -> row.getLong(1), time)
                .orElse(0L);
    }

    /** Adds what the changes after {@code from} and up to {@code to} touched. */
    void touchedBetween(long from, long to, Touched touched) {
        sql.list(
                "select kind, member_id, resource_id, number from journal where number > ? and number <= ?",
                row -> {
                    touched.add(
                            ChangeKind.valueOf(row.getString(1)),
                            row.getObject(2, Long.class),
                            row.getObject(3, UUID.class),
                            row.getLong(4));
                    return true;
                },
                from,
                to);
    }

    /** Adds the hashes of those changes, by their numbers. */
    void hashesBetween(long from, long to, Map<Long, byte[]> hashes) {
        sql.list(
                "select number, hash from change_link where number > ? and number <= ?",
                row -> hashes.put(row.getLong(1), row.getBytes(2)),
                from,
                to);
    }

    /** Deletes the oldest changes up to a number, a batch of them; says how many. */
    int deleteOldest(long limit, int batch) {
        long first = sql.first("select min(number) from change_link", row -> row.getLong(1))
                .orElse(0L);
        long last = Math.min(limit, first + batch);
        sql.update("delete from journal where number <= ?", last);
        return sql.update("delete from change_link where number <= ?", last);
    }

    /** The hash of a numbered change, if the journal still has it. */
    public Optional<byte[]> hash(long number) {
        return sql.first("select hash from change_link where number = ?", row -> row.getBytes(1), number);
    }
}
