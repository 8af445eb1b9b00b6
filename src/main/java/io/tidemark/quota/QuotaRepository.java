package io.tidemark.quota;

import io.tidemark.guard.Obstacle;
import io.tidemark.guard.Obstacles;
import io.tidemark.kernel.sql.Sql;
import io.tidemark.kernel.sql.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Quotas, and which revision counts how much in which of them. */
@ApplicationScoped
class QuotaRepository {

    private static final String QUOTAS =
            "select collection_id, limit_bytes, used_bytes from quota where collection_id = any(?)";

    /** The number of what is no revision. */
    private static final int NO_REVISION = 0;

    @Inject
    private Sql sql;

    @Inject
    private UnitOfWork work;

    @Inject
    private Obstacles obstacles;

    /** The quotas that collections have, in no order. */
    List<Quota> of(Collection<UUID> collections) {
        return collections.isEmpty() || obstacles.areNone(Obstacle.QUOTA, collections)
                ? List.of()
                : sql.list(QUOTAS, QuotaRepository::quota, collections);
    }

    /** The quota that a collection has. */
    Optional<Quota> of(UUID collection) {
        return of(List.of(collection)).stream().findFirst();
    }

    /** Changes the limit of a quota; says whether there is one. */
    boolean limit(UUID collection, long bytes) {
        Quota quota = work.entities().find(Quota.class, collection);
        if (quota != null) {
            quota.limit(bytes);
        }
        return quota != null;
    }

    /** Begins a quota in which what counts has been noted, and counts as used from now on. */
    void begin(UUID collection, long limit) {
        obstacles.put(Obstacle.QUOTA);
        long used = sql.first(
                        "select coalesce(sum(bytes), 0) from quota_charge where collection_id = ?",
                        row -> row.getLong(1),
                        collection)
                .orElse(0L);
        work.add(new Quota(collection, limit, used));
    }

    /** Ends the quota of a collection, if it has one. */
    void end(UUID collection) {
        if (sql.update("delete from quota where collection_id = ?", collection) > 0) {
            sql.update("delete from quota_charge where collection_id = ?", collection);
        }
    }

    /**
     * Counts more, or less, as used.
     *
     * @return whether that keeps within the limit; less always does
     */
    boolean use(UUID collection, long bytes) {
        if (bytes <= 0) {
            sql.update("update quota set used_bytes = used_bytes + ? where collection_id = ?", bytes, collection);
            return true;
        }
        return sql.update(
                        "update quota set used_bytes = used_bytes + ? where collection_id = ?"
                                + " and used_bytes + ? <= limit_bytes",
                        bytes,
                        collection,
                        bytes)
                > 0;
    }

    /** Notes that a revision counts in a quota. */
    void charge(UUID resource, int revision, UUID collection, long bytes) {
        sql.update(
                "insert into quota_charge (resource_id, number, collection_id, bytes) values (?, ?, ?, ?)",
                resource,
                revision,
                collection,
                bytes);
    }

    /** Notes that more counts in a quota, or less, of what is no revision yet. */
    void hold(UUID holder, UUID collection, long bytes) {
        int known = sql.update(
                "update quota_charge set bytes = bytes + ? where resource_id = ? and number = ? and collection_id = ?",
                bytes,
                holder,
                NO_REVISION,
                collection);
        if (known == 0) {
            charge(holder, NO_REVISION, collection, bytes);
        }
    }

    /**
     * In which quotas a resource counts.
     *
     * @param revision one of its revisions; null for all together
     */
    Map<UUID, Long> charges(UUID resource, @Nullable Integer revision) {
        Map<UUID, Long> charges = new HashMap<>();
        sql.list(
                        "select collection_id, sum(bytes) from quota_charge where resource_id = ?" + only(revision)
                                + " group by collection_id",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)),
                        parameters(resource, revision))
                .forEach(charge -> charges.put(charge.getKey(), charge.getValue()));
        return charges;
    }

    /** Deletes the notes of {@link #charges}. */
    void release(UUID resource, @Nullable Integer revision) {
        sql.update("delete from quota_charge where resource_id = ?" + only(revision), parameters(resource, revision));
    }

    /** A revision that has its content from another, which it follows, and counts nowhere for that. */
    OptionalInt successor(UUID resource, int revision) {
        return sql.first(
                        "select min(r.number) from revision g join revision r on r.resource_id = g.resource_id"
                                + " and r.predecessor = g.number and r.content_hash = g.content_hash"
                                + " where g.resource_id = ? and g.number = ? and not exists (select 1 from quota_charge c"
                                + " where c.resource_id = r.resource_id and c.number = r.number)",
                        row -> {
                            int number = row.getInt(1);
                            return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
                        },
                        resource,
                        revision)
                .orElseThrow();
    }

    /** Lets a revision count for another. */
    void handOver(UUID resource, int revision, int successor) {
        sql.update(
                "update quota_charge set number = ? where resource_id = ? and number = ?",
                successor,
                resource,
                revision);
    }

    /** Whether a resource is a file without a history that no name leads to. */
    boolean isLost(UUID resource) {
        return sql.first(
                        "select 1 from resource r where r.id = ? and not r.collection and not r.versioned"
                                + " and not exists (select 1 from member m where m.resource_id = r.id)",
                        row -> true,
                        resource)
                .isPresent();
    }

    private static Quota quota(ResultSet row) throws SQLException {
        return new Quota(row.getObject(1, UUID.class), row.getLong(2), row.getLong(3));
    }

    private static String only(@Nullable Integer revision) {
        return revision == null ? "" : " and number = ?";
    }

    private static Object[] parameters(UUID resource, @Nullable Integer revision) {
        List<Object> parameters = new ArrayList<>(List.of(resource));
        if (revision != null) {
            parameters.add(revision);
        }
        return parameters.toArray();
    }
}
