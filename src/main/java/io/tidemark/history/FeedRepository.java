package io.tidemark.history;

import io.tidemark.journal.Deed;
import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what changes did, the newest first. Each page is cut from an index before anything is joined to it. */
@ApplicationScoped
class FeedRepository {

    private static final String ROWS =
            "select c.collection_id, c.number, c.member_id, coalesce(m.name, ''), c.resource_id,"
                    + " coalesce(r.collection, false), c.deeds, c.revision_number, c.other_id,"
                    + " case when m.resource_id = c.resource_id then true else false end from (select * from member_change where %s) c"
                    + " left join member m on m.id = c.member_id left join resource r on r.id = c.resource_id"
                    + " order by c.number desc, c.member_id desc, c.resource_id desc";

    private static final String OF_COLLECTION =
            "collection_id = ? and number %s order by collection_id desc, number desc, member_id desc, resource_id desc"
                    + " fetch first ? rows only";

    private static final String LATER = ROWS.formatted(OF_COLLECTION.formatted("<= ? and number > ?"));
    private static final String SAME = ROWS.formatted(OF_COLLECTION.formatted("= ? and member_id < ?"));

    private static final String MARKS = "select k.member_id, m.name, k.resource_id, k.mapped, k.below, k.mark,"
            + " coalesce(r.collection, false) from (select member_id, resource_id, mapped, below, mark from member_mark"
            + " where collection_id = ? and %s order by collection_id desc, mark desc, member_id desc"
            + " fetch first ? rows only) k join member m on m.id = k.member_id"
            + " left join resource r on r.id = k.resource_id order by k.mark desc, k.member_id desc";

    private static final String SUBTREES = "select s.member_id, m.name, s.collection_id, s.mapped, s.ended, s.ended,"
            + " true from (select * from former_subtree where parent_id = ? and %s"
            + " order by parent_id desc, ended desc, member_id desc fetch first ? rows only) s"
            + " join member m on m.id = s.member_id order by s.ended desc, s.member_id desc";

    private static final String CAME_WITH = "select m.id, m.name, r.id, 0, 0, 0, r.collection from member_mark k"
            + " join member m on m.id = k.member_id left join ended_mapping e on e.member_id = k.member_id and e.mapped = 0"
            + " join resource r on r.id = case when k.mapped = 0 then coalesce(k.resource_id, e.resource_id)"
            + " else e.resource_id end where k.collection_id = ? and k.member_id > ? order by k.member_id"
            + " fetch first ? rows only";

    @Inject
    private Sql sql;

    /**
     * A member collection, with how new it is.
     *
     * @param mapped since which change it is there
     * @param newest the newest change below it; of one that is there no more, the change that ended that
     * @param order where it comes among the members that are read by their marks
     */
    record Subtree(
            long member,
            String name,
            @Nullable UUID collection,
            long mapped,
            long newest,
            long order,
            boolean isCollection) {}

    /** A name, in its collection. */
    record Name(UUID collection, String name) {}

    /** The changes at the names of a collection after one and up to another, {@code limit} rows at most. */
    List<FeedRow> rows(UUID collection, long low, long high, int limit) {
        return sql.list(LATER, FeedRepository::row, collection, high, low, limit);
    }

    /** The rest of what one change did there, behind a member. */
    List<FeedRow> rest(UUID collection, long number, long member, int limit) {
        return sql.list(SAME, FeedRepository::row, collection, number, member, limit);
    }

    /** The changes to a resource at some names, the newest first. */
    List<FeedRow> rows(Collection<Long> members, UUID resource, long low, long high, int limit) {
        List<Object> parameters = new ArrayList<>(members);
        parameters.addAll(List.of(resource, high, low, limit));
        return sql.list(
                ROWS.formatted("member_id in (" + Sql.placeholders(members.size()) + ") and resource_id = ?"
                        + " and number <= ? and number > ? order by number desc fetch first ? rows only"),
                FeedRepository::row,
                parameters.toArray());
    }

    /** The members of a collection behind a mark, the newest first: files among them, which only say how far it has come. */
    List<Subtree> marked(UUID collection, long low, long order, long member, int limit) {
        List<Subtree> found = new ArrayList<>(sql.list(
                MARKS.formatted("mark = ? and member_id < ?"),
                FeedRepository::subtree,
                collection,
                order,
                member,
                limit));
        if (found.size() < limit) {
            found.addAll(sql.list(
                    MARKS.formatted("mark < ? and mark > ?"),
                    FeedRepository::subtree,
                    collection,
                    order,
                    low,
                    limit - found.size()));
        }
        return found;
    }

    /** The member collections in which something has changed after a change, and which something newer has touched. */
    List<Subtree> newer(UUID collection, long low, long high, long order, long member, int limit) {
        List<Subtree> found = new ArrayList<>(sql.list(
                MARKS.formatted("mark = ? and member_id < ? and below > ?"),
                FeedRepository::subtree,
                collection,
                order,
                member,
                low,
                limit));
        if (found.size() < limit) {
            found.addAll(sql.list(
                    MARKS.formatted("mark < ? and mark > ? and below > ?"),
                    FeedRepository::subtree,
                    collection,
                    order,
                    high,
                    low,
                    limit - found.size()));
        }
        return found;
    }

    /** The collections that a collection has no more since a change after {@code high}, behind another of them. */
    List<Subtree> formerSubtrees(UUID collection, long high, long ended, long member, int limit) {
        return sql.list(
                SUBTREES.formatted("ended > ? and mapped <= ? and (ended < ? or (ended = ? and member_id < ?))"),
                FeedRepository::subtree,
                collection,
                high,
                high,
                ended,
                ended,
                member,
                limit);
    }

    /** The collection that a change took away from a name. */
    Optional<Subtree> formerSubtree(UUID collection, long ended, long member) {
        return sql.first(
                SUBTREES.formatted("ended = ? and member_id = ?"),
                FeedRepository::subtree,
                collection,
                ended,
                member,
                1);
    }

    /** What a collection was made with, in the order of the names' ids. */
    List<Subtree> cameWith(UUID collection, long after, int limit) {
        return sql.list(CAME_WITH, FeedRepository::subtree, collection, after, limit);
    }

    /** A name by its id; empty when it is gone for ever. */
    Optional<Name> name(long member) {
        return sql.first(
                "select collection_id, name from member where id = ?",
                row -> new Name(row.getObject(1, UUID.class), row.getString(2)),
                member);
    }

    /** The names that a resource has or had. */
    List<Long> names(UUID resource) {
        return sql.list(
                "select id from member where resource_id = ? and not held"
                        + " union select member_id from former_member where resource_id = ?",
                row -> row.getLong(1),
                resource,
                resource);
    }

    /** The change that made a resource; empty when the resource came along with a collection, or is older than what is kept. */
    Optional<FeedRow> creation(UUID resource) {
        List<Object> parameters = new ArrayList<>(names(resource));
        if (parameters.isEmpty()) {
            return Optional.empty();
        }
        String names = Sql.placeholders(parameters.size());
        parameters.add(resource);
        return sql.first(
                ROWS.formatted("member_id in (" + names + ") and resource_id = ? and mod(deeds, 2) = 1"
                        + " order by number fetch first 1 rows only"),
                FeedRepository::row,
                parameters.toArray());
    }

    private static FeedRow row(ResultSet row) throws SQLException {
        return new FeedRow(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getLong(3),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getBoolean(6),
                Deed.of(row.getInt(7)),
                row.getObject(8, Integer.class),
                row.getObject(9, Long.class),
                row.getBoolean(10));
    }

    private static Subtree subtree(ResultSet row) throws SQLException {
        return new Subtree(
                row.getLong(1),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getBoolean(7));
    }
}
