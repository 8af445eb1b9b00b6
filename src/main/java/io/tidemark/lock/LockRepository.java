package io.tidemark.lock;

import io.tidemark.guard.Obstacle;
import io.tidemark.guard.Obstacles;
import io.tidemark.kernel.sql.Sql;
import io.tidemark.kernel.sql.UnitOfWork;
import io.tidemark.namespace.SittingRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of locks. A lock whose time is over is none, whether its row is still there or not. */
@ApplicationScoped
class LockRepository {

    private static final String SELECT = "select l.token, l.resource_id, l.root, l.exclusive, l.infinite, l.owner_xml,"
            + " l.principal, l.timeout_seconds, l.created_at, l.expires_at, l.held_id, l.held_branch, l.held_revision from dav_lock l";

    @Inject
    private Sql sql;

    @Inject
    private Obstacles obstacles;

    @Inject
    private SittingRepository sittings;

    @Inject
    private UnitOfWork work;

    /** Stores a lock, with the collections that its URL leads through. */
    void persist(ActiveLock lock, List<UUID> ancestors) {
        obstacles.put(Obstacle.LOCK);
        work.add(new DavLock(lock));
        sql.batch(
                "insert into dav_lock_ancestor (token, collection_id) values (?, ?)",
                ancestors.stream()
                        .map(ancestor -> new @Nullable Object[] {lock.token(), ancestor})
                        .toList());
    }

    /** Grants a lock more time. */
    void refresh(UUID token, long seconds, Instant now) {
        Objects.requireNonNull(work.entities().find(DavLock.class, token)).refresh(seconds, now);
    }

    /** The locks on any of the resources themselves. */
    List<ActiveLock> on(Collection<UUID> resources) {
        if (resources.isEmpty() || obstacles.areNone(Obstacle.LOCK, resources)) {
            return List.of();
        }
        return sql.list(
                SELECT + " where l.resource_id = any(?) and l.expires_at > ?", LockRepository::lock, resources, now());
    }

    /** Says below which collections a lock of infinite depth holds nothing. */
    void bound(UUID token, Collection<UUID> collections) {
        sql.batch(
                "insert into dav_lock_bound (token, collection_id) values (?, ?)",
                collections.stream()
                        .map(collection -> new @Nullable Object[] {token, collection})
                        .toList());
    }

    /** The collections at which some locks end, by lock. */
    Map<UUID, Set<UUID>> bounds(Collection<UUID> tokens) {
        Map<UUID, Set<UUID>> bounds = new HashMap<>();
        sql.list(
                "select token, collection_id from dav_lock_bound where token = any(?)",
                row -> bounds.computeIfAbsent(row.getObject(1, UUID.class), token -> new HashSet<>())
                        .add(row.getObject(2, UUID.class)),
                tokens);
        return bounds;
    }

    /** The locks that were taken below a collection. */
    List<ActiveLock> below(UUID collection) {
        return sql.list(
                SELECT
                        + " join dav_lock_ancestor a on a.token = l.token where a.collection_id = ? and l.expires_at > ?",
                LockRepository::lock,
                collection,
                now());
    }

    /** Up to {@code limit} of all locks there are. */
    List<ActiveLock> all(int limit) {
        return sql.list(SELECT + " where l.expires_at > ? fetch first ? rows only", LockRepository::lock, now(), limit);
    }

    /**
     * A page of locks in the order of their tokens.
     *
     * @param principal whose; null for everybody's
     */
    List<ActiveLock> page(@Nullable String principal, UUID after, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(now(), after));
        if (principal != null) {
            parameters.add(principal);
        }
        return sql.list(
                SELECT + " where l.expires_at > ? and l.token > ?" + (principal == null ? "" : " and l.principal = ?")
                        + " order by l.token" + Sql.firstRows(limit),
                LockRepository::lock,
                parameters.toArray());
    }

    /** Whether a user has as many locks as that. */
    boolean reaches(int count, String principal) {
        return sql.reaches(count, "select 1 from dav_lock where principal = ? and expires_at > ?", principal, now());
    }

    /** The lock of that token. */
    Optional<ActiveLock> find(UUID token) {
        return sql.first(SELECT + " where l.token = ? and l.expires_at > ?", LockRepository::lock, token, now());
    }

    /** Makes locks hold another resource. */
    void handOver(List<UUID> tokens, UUID resource) {
        obstacles.put(Obstacle.LOCK);
        sql.batch(
                "update dav_lock set resource_id = ? where token = ?",
                tokens.stream()
                        .map(token -> new @Nullable Object[] {resource, token})
                        .toList());
    }

    /** The locks that keep checkouts from something of a resource. */
    List<ActiveLock> reserving(UUID resource) {
        return sql.list(SELECT + " where l.held_id = ? and l.expires_at > ?", LockRepository::lock, resource, now());
    }

    /** Lets the locks that hold a revision for a working resource hold another one instead. */
    void moveReservation(UUID working, int revision) {
        sql.update(
                "update dav_lock set held_revision = ? where resource_id = ? and held_revision is not null",
                revision,
                working);
    }

    /** Ends all locks on a resource. */
    void deleteOn(UUID resource) {
        delete(sql.list(
                "select token from dav_lock where resource_id = ?", row -> row.getObject(1, UUID.class), resource));
    }

    /** Ends locks. */
    void delete(List<UUID> tokens) {
        sittings.end(tokens);
        sql.batch(
                "delete from dav_lock where token = ?",
                tokens.stream().map(token -> new @Nullable Object[] {token}).toList());
    }

    /** Locks whose time is over, up to so many of them. */
    List<UUID> expired(int limit) {
        return sql.list(
                "select token from dav_lock where expires_at <= ? fetch first ? rows only",
                row -> row.getObject(1, UUID.class),
                now(),
                limit);
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }

    private static ActiveLock lock(ResultSet row) throws SQLException {
        return new ActiveLock(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getBoolean(4),
                row.getBoolean(5),
                row.getString(6),
                row.getString(7),
                row.getLong(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                reservation(row));
    }

    private static @Nullable Reservation reservation(ResultSet row) throws SQLException {
        UUID held = row.getObject(11, UUID.class);
        return held == null
                ? null
                : new Reservation(held, row.getObject(12, Integer.class), row.getObject(13, Integer.class));
    }
}
