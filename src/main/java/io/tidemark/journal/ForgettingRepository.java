package io.tidemark.journal;

import io.tidemark.kernel.sql.SequencerSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;

/** The oldest of what the journal has numbered. */
@ApplicationScoped
class ForgettingRepository {

    @Inject
    private SequencerSql sql;

    /** The number up to which changes count as forgotten. */
    long purgedNumber() {
        return sql.first(
                        "select purged from journal_head where id = ?", row -> row.getLong(1), NumberingRepository.HEAD)
                .orElseThrow();
    }

    /** Moves that number. */
    void movePurged(long number) {
        sql.update("update journal_head set purged = ? where id = ?", number, NumberingRepository.HEAD);
    }

    /** The newest change made before a time; 0 for none. */
    long newestBefore(OffsetDateTime time) {
        return sql.first("select max(number) from change_link where at < ?", row -> row.getLong(1), time)
                .orElse(0L);
    }

    /** Adds what the changes after {@code from} and up to {@code to} touched. */
    void touchedBetween(long from, long to, ChangeSet changeSet) {
        sql.list(
                "select kind, member_id, resource_id, number from journal where number > ? and number <= ?",
                row -> {
                    changeSet.add(
                            new JournalRow(
                                    ChangeKind.valueOf(row.getString(1)),
                                    row.getObject(2, Long.class),
                                    row.getObject(3, UUID.class)),
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
        sql.update("delete from ended_mapping where ended <= ?", last);
        return sql.update("delete from change_link where number <= ?", last);
    }
}
