package io.tidemark.namespace;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the layers of a workspace have at their names. Only what is under version control is a member of a workspace, and
 * the collections on the way to it.
 */
@ApplicationScoped
public class LayerEntryRepository {

    private static final String SHEET =
            "(cast(? as integer), cast(? as uuid), cast(? as timestamp with time zone), cast(? as timestamp with time zone))";

    private static final String SELECT =
            "select s.idx, m.id, m.name, m.hidden_at, f.unmapped_at, " + ResourceView.COLUMNS + " from ";

    private static final String SHOWN = LayerSql.joinFormer("") + LayerSql.joinShown("");

    private static final String FIND = SELECT + "(values %s) s (idx, collection_id, as_of, kept_from)"
            + " join member m on m.collection_id = s.collection_id and m.name in (%s)" + SHOWN
            + " order by m.name, s.idx";

    private static final String PAGE = SELECT + "(values " + SHEET + ") s (idx, collection_id, as_of, kept_from)"
            + " join (select id, collection_id, name, resource_id, mapped_at, default_number, hidden_at from member"
            + " where collection_id = ? and name > ? order by collection_id, name%s) m"
            + " on m.collection_id = s.collection_id" + SHOWN + " order by m.collection_id, m.name";

    @Inject
    private Sql sql;

    /** What each of some layers has at some names, nearest first; nothing of those that do not know one. */
    public List<LayerEntry> find(List<Layer> layers, Collection<String> names) {
        List<@Nullable Object> parameters = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            add(parameters, i, layers.get(i));
        }
        parameters.addAll(names);
        return sql.list(
                FIND.formatted(
                        String.join(", ", Collections.nCopies(layers.size(), SHEET)), Sql.placeholders(names.size())),
                row -> member(row, layers),
                parameters.toArray());
    }

    /** A page of the names of one layer, in their order, after {@code after}; also those at which nothing is mapped. */
    public List<LayerEntry> page(List<Layer> layers, int index, String after, int limit) {
        Layer layer = layers.get(index);
        List<@Nullable Object> parameters = new ArrayList<>();
        add(parameters, index, layer);
        Collections.addAll(parameters, layer.collection(), after);
        return sql.list(PAGE.formatted(Sql.firstRows(limit)), row -> member(row, layers), parameters.toArray());
    }

    private static void add(List<@Nullable Object> parameters, int index, Layer layer) {
        parameters.add(index);
        parameters.add(layer.collection());
        parameters.add(layer.asOf().atOffset(ZoneOffset.UTC));
        parameters.add(layer.keptFrom() == null ? null : layer.keptFrom().atOffset(ZoneOffset.UTC));
    }

    private static LayerEntry member(ResultSet row, List<Layer> layers) throws SQLException {
        Layer layer = layers.get(row.getInt(1));
        return new LayerEntry(
                layer,
                row.getLong(2),
                row.getString(3),
                layer.isHiding(instant(row, 4)),
                ResourceView.read(row, 6),
                instant(row, 5));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
