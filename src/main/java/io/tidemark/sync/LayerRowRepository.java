package io.tidemark.sync;

import io.tidemark.kernel.sql.Sql;
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
import java.util.UUID;

/** Reads the rows of names that trees of workspaces have, and what was mapped by them. */
@ApplicationScoped
class LayerRowRepository {

    private static final String COLUMNS =
            "select m.id, m.collection_id, m.name, m.resource_id, coalesce(r.collection, false),"
                    + " coalesce(k.number, 0), coalesce(k.mapped, 0), coalesce(k.below, 0), k.resource_id from ";
    private static final String JOINS =
            " left join member_mark k on k.member_id = m.id left join resource r on r.id = m.resource_id";
    private static final String SELECT = COLUMNS + "member m" + JOINS + " where ";

    /** H2 reads a whole collection for a list of names in it; each name by itself it looks up. */
    private static final String OF_NAMES = COLUMNS + "unnest(cast(? as uuid array)) c (id)"
            + " cross join unnest(cast(? as varchar array)) w (name)"
            + " join member m on m.collection_id = c.id and m.name = w.name" + JOINS;

    @Inject
    private Sql sql;

    /**
     * Something that was mapped by a row and is no more.
     *
     * @param collection whether it is a collection
     */
    record Former(UUID resource, boolean collection) {}

    /** Rows by their ids. */
    Map<Long, LayerRow> rows(Collection<Long> ids) {
        Map<Long, LayerRow> rows = new HashMap<>();
        sql.list(SELECT + "m.id = any(?)", LayerRowRepository::row, ids).forEach(row -> rows.put(row.id(), row));
        return rows;
    }

    /** The rows that any of some collections have of a page of names. */
    List<LayerRow> rows(Collection<UUID> collections, List<String> names) {
        return sql.list(OF_NAMES, LayerRowRepository::row, collections, names);
    }

    /** A row; empty when it is gone for ever. */
    Optional<LayerRow> row(long id) {
        return sql.first(SELECT + "m.id = ?", LayerRowRepository::row, id);
    }

    /** A page of the names that any of some collections has a row of, in their order, after {@code after}. */
    List<String> names(Collection<UUID> collections, String after, int limit) {
        List<Object> parameters = new ArrayList<>(collections);
        parameters.add(after);
        // Of one collection, which it mostly is, H2 reads but the page.
        return sql.list(
                "select distinct name from member where collection_id in (" + Sql.placeholders(collections.size())
                        + ") and name > ? order by name" + Sql.firstRows(limit),
                row -> row.getString(1),
                parameters.toArray());
    }

    /** What rows have mapped and map no more, as far as anybody remembers. */
    Map<Long, List<Former>> former(Collection<Long> ids) {
        Map<Long, List<Former>> former = new HashMap<>();
        sql.list(
                "select distinct f.member_id, r.id, r.collection from former_member f join resource r"
                        + " on r.id = f.resource_id where f.member_id = any(?)",
                row -> former.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(new Former(row.getObject(2, UUID.class), row.getBoolean(3))),
                ids);
        return former;
    }

    private static LayerRow row(ResultSet row) throws SQLException {
        return new LayerRow(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getBoolean(5),
                new ChangedName.Marks(row.getLong(6), row.getLong(7), row.getLong(8), row.getObject(9, UUID.class)));
    }
}
