package io.tidemark.figures;

import io.tidemark.kernel.sql.Database;
import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** What the database says of itself and of how much it holds. */
@ApplicationScoped
class SampleRepository {

    /** Where more wait, there is nothing to be learned from how many. */
    private static final int MOST_WAITING = 10_000;

    /** What some names show now: each content once, whoever has it. */
    private static final String LIVE = "select coalesce(sum(length), 0) from (select distinct v.content_hash,"
            + " v.content_length as length from member m join resource r on r.id = m.resource_id"
            + " join revision v on v.resource_id = r.id and v.number = r.revision_number"
            + " where v.content_hash is not null) shown";

    @Inject
    private Sql sql;

    @Inject
    private Database database;

    /** The bytes of contents: all, and those that the collector has marked. */
    record Stored(long all, long marked) {}

    /** Changes that wait for their numbers; no more than {@value #MOST_WAITING} rows of them are looked at. */
    long unnumbered() {
        return number("select count(distinct change_id) from (select j.change_id from journal_head h join journal j"
                + " on j.number is null and j.place > h.settled order by j.number, j.place, j.ordinal"
                + " fetch first " + MOST_WAITING + " rows only) waiting");
    }

    long head() {
        return number("select number from journal_head");
    }

    long locks() {
        return number("select count(*) from dav_lock where expires_at > ?", OffsetDateTime.now(ZoneOffset.UTC));
    }

    long checkouts() {
        return number("select count(*) from checkout");
    }

    long toResolve() {
        return number("select count(*) from resolution_item");
    }

    long toInherit() {
        return number("select count(*) from pending_inheritance");
    }

    long uploads() {
        return number("select count(*) from upload where not completed");
    }

    long uploadBytes() {
        return number("select coalesce(sum(staged_bytes), 0) from upload where not completed");
    }

    /** Bytes of the database on its disk. */
    long databaseBytes() {
        return number(
                database.isPostgreSql()
                        ? "select pg_database_size(current_database())"
                        : "select cast(setting_value as bigint) from information_schema.settings"
                                + " where setting_name = 'info.FILE_SIZE'");
    }

    Stored stored() {
        return sql.first(
                        "select coalesce(sum(length), 0),"
                                + " coalesce(sum(case when condemned_at is null then 0 else length end), 0) from content",
                        row -> new Stored(row.getLong(1), row.getLong(2)))
                .orElseThrow();
    }

    long liveBytes() {
        return number(LIVE);
    }

    private long number(String query, Object... parameters) {
        return sql.first(query, row -> row.getLong(1), parameters).orElse(0L);
    }
}
