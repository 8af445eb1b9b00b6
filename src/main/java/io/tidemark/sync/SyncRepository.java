package io.tidemark.sync;

import io.tidemark.kernel.sql.Sql;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.ShownRevision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads what a walk walks over: members in the order of their marks. */
@ApplicationScoped
class SyncRepository {

    private static final String COLUMNS =
            "m.id, m.name, k.number, k.mapped, k.below, k.resource_id, " + ResourceView.COLUMNS;
    private static final String NOW = " left join resource r on r.id = m.resource_id left" + ShownRevision.JOIN_NOW;

    // Cut from the marks before anything is joined, as listings are (MemberRepository).
    private static final String BY_MARK = "select " + COLUMNS + ", k.ordered from (select member_id, number, mapped,"
            + " below, resource_id, %1$s as ordered from member_mark where collection_id = ? and %2$s"
            + " order by collection_id, %1$s, member_id%3$s) k"
            + " join member m on m.id = k.member_id" + NOW + " order by k.ordered, k.member_id";

    private static final String BY_ID = "select " + COLUMNS + ", 0 from (select member_id, number, mapped, below,"
            + " resource_id from member_mark where collection_id = ? and mark > ? and member_id > ? order by member_id"
            + "%s) k join member m on m.id = k.member_id" + NOW + " order by k.member_id";

    // Two statements, each a range of an index: one for the rest of the change that the last page ended in, one for
    // what
    // comes after it. A comparison of pairs would say the same, but not every database finds its index for it.
    private static final String SAME_CHANGE = "%1$s = ? and member_id > ?";
    private static final String LATER_CHANGES = "%1$s > ? and %1$s <= ?";

    @Inject
    private Sql sql;

    /** The members of a collection that changed, or below which something changed, after a position and up to the bound. */
    List<ChangedName> changed(UUID collection, Span span, Position after, int limit) {
        String mark = span.isDeep() ? "mark" : "number";
        List<ChangedName> changed = new ArrayList<>();
        if (after.member() != Position.ALL_MEMBERS) {
            changed.addAll(sql.list(
                    page(mark, SAME_CHANGE, limit),
                    SyncRepository::changed,
                    collection,
                    after.order(),
                    after.member()));
        }
        if (changed.size() < limit) {
            changed.addAll(sql.list(
                    page(mark, LATER_CHANGES, limit),
                    SyncRepository::changed,
                    collection,
                    after.order(),
                    span.bound()));
        }
        return changed.size() <= limit ? changed : changed.subList(0, limit);
    }

    /** The members of a collection to which, or below which, something changed after a change; in the order of their ids. */
    List<ChangedName> changedLater(UUID collection, long change, long after, int limit) {
        return isMarkedAfter(collection, change)
                ? sql.list(BY_ID.formatted(Sql.firstRows(limit)), SyncRepository::changed, collection, change, after)
                : List.of();
    }

    /**
     * Whether anything in a collection, or below it, changed after a change; mostly not. In the order of an index, or
     * PostgreSQL would take a third of all rows for an answer, and read all of them to find none.
     */
    private boolean isMarkedAfter(UUID collection, long change) {
        return sql.first(
                        "select 1 from member_mark where collection_id = ? and mark > ?"
                                + " order by collection_id, mark, member_id fetch first 1 rows only",
                        row -> true,
                        collection,
                        change)
                .isPresent();
    }

    /** Of some members of a collection, those at which something was mapped after a change. */
    Set<Long> mappedAfter(UUID collection, List<Long> ids, long change) {
        // Mostly not: then a look at each of them would take a fifth of the time of a first synchronisation.
        return !ids.isEmpty() && isMarkedAfter(collection, change)
                ? new HashSet<>(sql.list(
                        "select member_id from member_mark where mapped > ? and member_id = any(?)",
                        row -> row.getLong(1),
                        change,
                        ids))
                : Set.of();
    }

    /** The name of a member of a collection, whether something is mapped there or not; empty when it is gone for ever. */
    Optional<String> name(UUID collection, long id) {
        return sql.first(
                "select name from member where collection_id = ? and id = ?", row -> row.getString(1), collection, id);
    }

    private static String page(String mark, String range, int limit) {
        return BY_MARK.formatted(mark, range.formatted(mark), Sql.firstRows(limit));
    }

    private static ChangedName changed(ResultSet row) throws SQLException {
        return new ChangedName(
                row.getLong(1),
                row.getString(2),
                row.getLong(7 + ResourceView.WIDTH),
                new ChangedName.Marks(row.getLong(3), row.getLong(4), row.getLong(5), row.getObject(6, UUID.class)),
                ResourceView.read(row, 7),
                null,
                null);
    }
}
