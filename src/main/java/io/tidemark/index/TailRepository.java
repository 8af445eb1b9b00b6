package io.tidemark.index;

import io.tidemark.content.ContentHash;
import io.tidemark.journal.Deed;
import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the journal has behind a change. */
@ApplicationScoped
class TailRepository {

    private static final String ROWS = "select j.number, j.ordinal, j.member_id, j.resource_id, j.deeds, v.content_hash"
            + " from (select number, place, ordinal, member_id, resource_id, deeds, revision_number from journal"
            + " where number >= ? and (number > ? or ordinal > ?) and number <= ?"
            + " order by number, place, ordinal%s) j"
            + " left join resource r on r.id = j.resource_id"
            + " left join revision v on v.resource_id = r.id"
            + " and v.number = coalesce(j.revision_number, r.revision_number)"
            + " order by j.number, j.place, j.ordinal";

    @Inject
    private Sql sql;

    /**
     * A row of the journal.
     *
     * @param member the name that was mapped or unmapped; null for a resource that changed
     * @param resource what was mapped there, or what changed; null for nothing
     * @param filled whether it came with members, of which nothing else tells
     * @param hash the content that it had after the change, or has now
     */
    record Row(
            long number,
            int ordinal,
            @Nullable Long member,
            @Nullable UUID resource,
            boolean filled,
            @Nullable ContentHash hash) {}

    /** The rows that come after a row of a change, up to another change, in their order. */
    List<Row> after(long number, int ordinal, long last, int limit) {
        return sql.list(ROWS.formatted(Sql.firstRows(limit)), TailRepository::row, number, number, ordinal, last);
    }

    /** Up to which change the journal has forgotten. */
    long forgotten() {
        return sql.first("select purged from journal_head", row -> row.getLong(1))
                .orElse(0L);
    }

    private static Row row(ResultSet row) throws SQLException {
        byte[] hash = row.getBytes(6);
        return new Row(
                row.getLong(1),
                row.getInt(2),
                row.getObject(3, Long.class),
                row.getObject(4, UUID.class),
                Deed.of(row.getInt(5)).contains(Deed.FILLED),
                hash == null ? null : ContentHash.of(hash));
    }
}
