package io.tidemark.rights;

import io.tidemark.guard.Obstacle;
import io.tidemark.guard.Obstacles;
import io.tidemark.kernel.sql.Sql;
import io.tidemark.kernel.sql.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The lists of collections, and those which they had before. */
@ApplicationScoped
class AccessListRepository {

    private static final String GRANTS =
            "select a.collection_id, g.kind, g.name, g.privileges, r.owner from access_list a"
                    + " join access_grant g on g.list_id = a.id join resource r on r.id = a.collection_id";
    private static final String IN_FORCE =
            GRANTS + " where a.in_force and a.collection_id = any(?) order by g.list_id, g.ordinal";

    /** A change whose number is gone is older than all that have one. */
    private static final String UP_TO = " left join change_link l on l.change_id = b.change_id where (l.number <= ?"
            + " or (l.number is null and b.at < (select c.at from change_link c order by c.number fetch first 1 rows only)))";

    private static final String AT = GRANTS + " where a.id = (select max(b.id) from access_list b" + UP_TO
            + " and b.collection_id = a.collection_id)"
            + " and a.collection_id = any(?) order by g.list_id, g.ordinal";

    /** Of the lists that a collection had before all changes that are kept, the last is enough. */
    private static final String FORGET = "delete from access_list where collection_id = ? and not in_force"
            + " and id < (select max(b.id) from access_list b where b.collection_id = ? and b.at <"
            + " (select c.at from change_link c order by c.number fetch first 1 rows only))";

    private static final String MADE_SINCE = "select r.id from resource r where r.id = any(?) and r.created_at >"
            + " (select c.at from change_link c where c.number <= ? order by c.number desc fetch first 1 rows only)";

    @Inject
    private Sql sql;

    @Inject
    private UnitOfWork work;

    @Inject
    private Obstacles obstacles;

    /** Whether there is any list, or was one: most stores need not be asked for more. */
    boolean isEmpty() {
        return obstacles.areNone(Obstacle.ACCESS_LIST, List.of())
                || sql.first("select 1 from access_list fetch first 1 rows only", row -> true)
                        .isEmpty();
    }

    /** Whether there was any list when a change was the newest. */
    boolean wereAnyAt(long change) {
        return sql.first("select 1 from access_list b" + UP_TO + " fetch first 1 rows only", row -> true, change)
                .isPresent();
    }

    /** The lists that some collections have. */
    Map<UUID, AccessList> of(Collection<UUID> collections) {
        return read(IN_FORCE, Set.copyOf(collections));
    }

    /** The lists that some collections had when a change was the newest. */
    Map<UUID, AccessList> at(Collection<UUID> collections, long change) {
        return read(AT, change, Set.copyOf(collections));
    }

    /** The collections that have lists. */
    Set<UUID> listed() {
        return new HashSet<>(
                sql.list("select collection_id from access_list where in_force", row -> row.getObject(1, UUID.class)));
    }

    /** The newest change of any list that has a number; 0 for none. */
    long newestChange() {
        return sql.first(
                        "select coalesce(max(l.number), 0) from access_list a join change_link l on l.change_id = a.change_id",
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** The collections whose lists have changed after a change. */
    Set<UUID> changedSince(long change) {
        return new HashSet<>(sql.list(
                "select a.collection_id from access_list a join change_link l on l.change_id = a.change_id"
                        + " where l.number > ?",
                row -> row.getObject(1, UUID.class),
                change));
    }

    /** Gives a collection another list, or none; the one that it had is kept for those who ask what was. */
    void replace(AccessList list, UUID change, Instant at) {
        obstacles.put(Obstacle.ACCESS_LIST);
        UUID collection = list.collection();
        sql.update("update access_list set in_force = false where collection_id = ? and in_force", collection);
        sql.update(FORGET, collection, collection);
        work.add(new StoredAccessList(list, change, at));
    }

    private Map<UUID, AccessList> read(String statement, Object... parameters) {
        Map<UUID, AccessList> lists = new HashMap<>();
        sql.list(statement, row -> list(row, lists).grants().add(grant(row)), parameters);
        return lists;
    }

    private static AccessList list(ResultSet row, Map<UUID, AccessList> lists) throws SQLException {
        String owner = row.getString(5);
        return lists.computeIfAbsent(row.getObject(1, UUID.class), id -> new AccessList(id, owner, new ArrayList<>()));
    }

    private static Grant grant(ResultSet row) throws SQLException {
        Grantee grantee = new Grantee(Grantee.Kind.valueOf(row.getString(2)), row.getString(3));
        return new Grant(grantee, Privilege.of(row.getInt(4)));
    }

    /** Who created a resource. */
    Optional<String> owner(UUID resource) {
        return sql.first("select owner from resource where id = ?", row -> row.getString(1), resource);
    }

    /** Those of some collections that have been made after a change. */
    Set<UUID> madeSince(Collection<UUID> collections, long change) {
        return new HashSet<>(sql.list(MADE_SINCE, row -> row.getObject(1, UUID.class), collections, change));
    }
}
