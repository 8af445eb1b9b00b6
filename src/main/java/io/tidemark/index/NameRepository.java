package io.tidemark.index;

import io.tidemark.journal.CollectionTimes;
import io.tidemark.kernel.sql.Sql;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.ShownRevision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads names, with what an index keeps of them. Those of checkin sets, which only keep a revision, are left out. */
@ApplicationScoped
class NameRepository {

    private static final String COLUMNS =
            "select m.id, m.collection_id, m.name, v.author, v.comment, " + ResourceView.COLUMNS;
    private static final String JOINS = " left join resource r on r.id = m.resource_id left" + ShownRevision.JOIN_NOW;
    private static final String BY_MEMBER = COLUMNS + " from member m" + JOINS + " where not m.held and m.id = any(?)";
    private static final String BY_RESOURCE =
            COLUMNS + " from member m" + JOINS + " where not m.held and m.resource_id = any(?)";
    private static final String ALL = COLUMNS
            + " from (select id, collection_id, name, resource_id, default_number from member"
            + " where id > ? and resource_id is not null and not held order by id%s) m" + JOINS + " order by m.id";
    private static final String LABELS =
            "select resource_id, number, label from revision_label where resource_id = any(?)";

    @Inject
    private Sql sql;

    @Inject
    private CollectionTimes times;

    /**
     * The row of a name.
     *
     * @param collection what it is in
     * @param mapped what an index keeps of it; null when nothing is mapped there
     */
    record Found(long member, UUID collection, @Nullable IndexedName mapped) {}

    private record Row(
            long member,
            UUID collection,
            String name,
            @Nullable String author,
            @Nullable String comment,
            @Nullable ResourceView view) {

        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong(1),
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    ResourceView.read(row, 6));
        }
    }

    private record Revision(UUID resource, int number) {}

    /** The names of some rows, as far as these are there. */
    List<Found> members(Collection<Long> members) {
        return complete(sql.list(BY_MEMBER, Row::read, members));
    }

    /** The names that map some resources. */
    List<Found> mapping(Collection<UUID> resources) {
        return complete(sql.list(BY_RESOURCE, Row::read, resources));
    }

    /** All names, in the order of their rows, after that of {@code last}. */
    List<Found> after(long last, int limit) {
        return complete(sql.list(ALL.formatted(Sql.firstRows(limit)), Row::read, last));
    }

    private List<Found> complete(List<Row> rows) {
        List<ResourceView> views =
                rows.stream().map(Row::view).filter(Objects::nonNull).toList();
        Map<UUID, Instant> changed = times.changedAt(views.stream()
                .filter(ResourceView::collection)
                .map(ResourceView::id)
                .toList());
        Map<Revision, List<String>> labels = labels(views);
        return rows.stream()
                .map(row -> new Found(
                        row.member(),
                        row.collection(),
                        row.view() == null ? null : name(row, row.view(), changed, labels)))
                .toList();
    }

    private Map<Revision, List<String>> labels(List<ResourceView> views) {
        Map<Revision, List<String>> labels = new HashMap<>();
        List<UUID> versioned = views.stream()
                .filter(view -> view.versioning().enabled())
                .map(ResourceView::id)
                .distinct()
                .toList();
        sql.list(
                LABELS,
                row -> labels.computeIfAbsent(
                                new Revision(row.getObject(1, UUID.class), row.getInt(2)), key -> new ArrayList<>())
                        .add(row.getString(3)),
                versioned);
        return labels;
    }

    private static IndexedName name(
            Row row, ResourceView view, Map<UUID, Instant> changed, Map<Revision, List<String>> labels) {
        boolean versioned = view.versioning().enabled();
        return new IndexedName(
                row.member(),
                row.collection(),
                row.name(),
                view.id(),
                view.collection(),
                view.owner(),
                view.createdAt(),
                changed.getOrDefault(view.id(), view.modifiedAt()),
                view.collection() ? null : view.length(),
                view.type(),
                view.hash(),
                versioned ? row.author() : null,
                versioned ? row.comment() : null,
                labels.getOrDefault(new Revision(view.id(), view.revision()), List.of()));
    }
}
