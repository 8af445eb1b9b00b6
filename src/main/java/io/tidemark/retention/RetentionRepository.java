package io.tidemark.retention;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Policies, revisions as they look at them, and what has to be looked at when. */
@ApplicationScoped
public class RetentionRepository {

    /** What is made meanwhile under the first policy is found when all below the policy is looked through. */
    private static final long KNOWN_NANOS = 10_000_000_000L;

    private record Asked(long at, boolean any) {}

    private volatile @Nullable Asked asked;

    @Inject
    private Sql sql;

    /**
     * Something to look at.
     *
     * @param after of a collection, the last member that has been looked at
     */
    public record Due(UUID resource, String after) {}

    /** The policies of some resources themselves, as XML. */
    Map<UUID, String> policies(Collection<UUID> resources) {
        Map<UUID, String> policies = new HashMap<>();
        sql.list(
                "select resource_id, policy from retention where resource_id = any(?)",
                row -> policies.put(row.getObject(1, UUID.class), row.getString(2)),
                resources);
        return policies;
    }

    /** Whether anything has a policy; as of some seconds ago, because each revision that is made asks. */
    boolean hasPolicies() {
        Asked last = asked;
        if (last == null || System.nanoTime() - last.at() > KNOWN_NANOS) {
            last = new Asked(
                    System.nanoTime(),
                    sql.first("select 1 from retention fetch first 1 rows only", row -> true)
                            .isPresent());
            asked = last;
        }
        return last.any();
    }

    void setPolicy(UUID resource, @Nullable String policy) {
        asked = null;
        sql.update("delete from retention where resource_id = ?", resource);
        if (policy != null) {
            sql.update("insert into retention (resource_id, policy) values (?, ?)", resource, policy);
        }
    }

    /** Of some files, those that have more than one revision. */
    Set<UUID> withHistory(Collection<UUID> files) {
        return new HashSet<>(sql.list(
                "select id from resource where newest_number > 1 and versioned and not collection and id = any(?)",
                row -> row.getObject(1, UUID.class),
                files));
    }

    /** Of some resources, those that have more than one name. */
    Set<UUID> withSeveralNames(List<UUID> resources) {
        return new HashSet<>(sql.list(
                "select resource_id from member where not held and resource_id = any(?)"
                        + " group by resource_id having count(*) > 1",
                row -> row.getObject(1, UUID.class),
                resources));
    }

    /** A page of a file's revisions, the newest first, of those that are older than one. */
    List<Version> versions(UUID file, int before, int limit) {
        return sql.list(
                "select number, branch_number, created_at, author, content_length from revision where resource_id = ?"
                        + " and number < ? and number > 0 order by resource_id desc, number desc"
                        + " fetch first ? rows only",
                row -> new Version(
                        row.getInt(1),
                        row.getInt(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getString(4),
                        row.getLong(5)),
                file,
                before,
                limit);
    }

    /** What is to be looked at by now. */
    List<Due> due(Instant now, int limit) {
        return sql.list(
                "select resource_id, after_name from retention_due where due_at <= ? order by due_at"
                        + " fetch first ? rows only",
                row -> new Due(row.getObject(1, UUID.class), row.getString(2)),
                at(now),
                limit);
    }

    /** Has a resource looked at, at a time or before. */
    void lookAt(UUID resource, Instant time) {
        int known = sql.update(
                "update retention_due set due_at = ? where resource_id = ? and due_at > ?",
                at(time),
                resource,
                at(time));
        if (known == 0) {
            lookAtAll(List.of(resource), time);
        }
    }

    /** Has resources looked at, those besides of which that has been said. */
    void lookAtAll(Collection<UUID> resources, Instant time) {
        List<Object[]> rows = new ArrayList<>();
        resources.forEach(resource -> rows.add(new Object[] {resource, at(time), ""}));
        sql.batch(
                "insert into retention_due (resource_id, due_at, after_name) values (?, ?, ?) on conflict do nothing",
                rows);
    }

    /** Says when something that was looked at is to be looked at again; never for null. */
    void lookedAt(UUID resource, @Nullable Instant next, String after) {
        if (next == null) {
            sql.update("delete from retention_due where resource_id = ?", resource);
        } else {
            sql.update(
                    "update retention_due set due_at = ?, after_name = ? where resource_id = ?",
                    at(next),
                    after,
                    resource);
        }
    }

    /** A member that has to be looked at: a collection, or a file that has a history. */
    record Below(String name, UUID resource) {}

    /** A page of the members of a collection that have to be looked at. */
    List<Below> below(UUID collection, String after, int limit) {
        return sql.list(
                "select m.name, m.resource_id from member m join resource r on r.id = m.resource_id"
                        + " where m.collection_id = ? and m.name > ? and (r.collection or r.versioned)"
                        + " order by m.collection_id, m.name fetch first ? rows only",
                row -> new Below(row.getString(1), row.getObject(2, UUID.class)),
                collection,
                after,
                limit);
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
