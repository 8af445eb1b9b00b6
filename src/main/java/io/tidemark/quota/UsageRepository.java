package io.tidemark.quota;

import io.tidemark.kernel.sql.Sql;
import io.tidemark.quota.Usage.Share;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** What is in collections, added up a collection at a time. */
@ApplicationScoped
class UsageRepository {

    /** Another name of a resource than that of {@code m}. */
    private static final String ANOTHER_NAME =
            "exists (select 1 from member o where o.resource_id = m.resource_id and o.id <> m.id and not o.held)";

    private static final String NAMED = "select m.resource_id as id from member m where m.collection_id = ?"
            + " and m.resource_id is not null and not m.held";

    /** What was deleted in a collection, and nowhere later, and has no name by now, but can come back. */
    private static final String DELETED = "select f.resource_id as id from member m"
            + " join former_member f on f.member_id = m.id join resource x on x.id = f.resource_id"
            + " where m.collection_id = ? and (x.versioned or x.collection)"
            + " and not exists (select 1 from member o where o.resource_id = x.id and not o.held)"
            + " and not exists (select 1 from former_member g where g.resource_id = f.resource_id"
            + " and (g.unmapped_at > f.unmapped_at or (g.unmapped_at = f.unmapped_at and g.member_id > f.member_id)))";

    /** What files show, and what else is kept of them: a content that is shown, or that the revision before has, once. */
    private static final String SUMS = "select k.author, sum(k.shown), sum(k.shown * k.bytes), sum(1 - k.shown),"
            + " sum((1 - k.shown) * k.own * k.bytes) from (select r.author as author, r.content_length as bytes,"
            + " case when r.number = d.revision_number then 1 else 0 end as shown,"
            + " case when r.content_hash = s.content_hash or exists (select 1 from revision p"
            + " where p.resource_id = r.resource_id and p.number = r.predecessor and p.content_hash = r.content_hash)"
            + " then 0 else 1 end as own from (%s) i join resource d on d.id = i.id"
            + " join revision r on r.resource_id = d.id and r.content_hash is not null"
            + " join revision s on s.resource_id = d.id and s.number = d.revision_number"
            + " where not d.collection) k group by k.author";

    private static final String SINGLE = SUMS.formatted(NAMED + " and not " + ANOTHER_NAME);
    private static final String GONE = SUMS.formatted(DELETED);
    private static final String ONE = SUMS.formatted("select x.id as id from resource x where x.id = ?");

    @Inject
    private Sql sql;

    /**
     * A member that is not added up with its neighbours.
     *
     * @param collection whether it is a collection; else it is a file with several names
     */
    record Further(UUID resource, boolean collection) {}

    /** What the files cost that have their one name in a collection. */
    List<Share> files(UUID collection) {
        return sql.list(SINGLE, UsageRepository::share, collection);
    }

    /** What the files cost that were deleted last in a collection. */
    List<Share> deletedFiles(UUID collection) {
        return sql.list(GONE, UsageRepository::share, collection);
    }

    /** What a file costs. */
    List<Share> file(UUID file) {
        return sql.list(ONE, UsageRepository::share, file);
    }

    /** The collections in a collection, and its files that have other names, too. */
    List<Further> further(UUID collection) {
        return sql.list(
                "select d.id, d.collection from member m join resource d on d.id = m.resource_id"
                        + " where m.collection_id = ? and not m.held and (d.collection or " + ANOTHER_NAME + ")",
                row -> new Further(row.getObject(1, UUID.class), row.getBoolean(2)),
                collection);
    }

    /** The collections that were deleted last in a collection. */
    List<UUID> deletedCollections(UUID collection) {
        return sql.list(
                "select d.id from (" + DELETED + ") i join resource d on d.id = i.id where d.collection",
                row -> row.getObject(1, UUID.class),
                collection);
    }

    private static Share share(ResultSet row) throws SQLException {
        return new Share(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), 0, 0);
    }
}
