package io.tidemark.sync;

import io.tidemark.journal.Mapping;
import io.tidemark.journal.NumberedTree;
import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Compares a collection as it was at the beginning of a span with another as it was at the end, name by name. It asks the
 * numbered tree alone: whatever happens meanwhile, it answers the same.
 */
@ApplicationScoped
class ComparisonRepository {

    private static final String COMPARED = "select x.id, x.name, x.number, b.id, b.collection, p.id, p.collection"
            + " from (select o.id, o.name, k.number, " + NumberedTree.RESOURCE_AT.formatted("k") + " as before, "
            + NumberedTree.RESOURCE_AT.formatted("q") + " as present"
            + " from (select id, name from member where collection_id = ? and %s"
            + " order by collection_id, name%s) o"
            + " left join member_mark k on k.member_id = o.id"
            + " left join member n on n.collection_id = cast(? as uuid) and n.name = o.name"
            + " left join member_mark q on q.member_id = n.id) x"
            + " left join resource b on b.id = x.before left join resource p on p.id = x.present order by x.name";
    private static final String PAGE = COMPARED.formatted("name > ?", "%s");
    private static final String ONE = COMPARED.formatted("id = ?", "");

    @Inject
    private Sql sql;

    /**
     * A page of the names of a former collection, in their order.
     *
     * @param present the collection to compare it with; null for none
     */
    List<ChangedName> compared(UUID former, @Nullable UUID present, Span span, String after, int limit) {
        return read(PAGE.formatted(Sql.firstRows(limit)), former, present, span, after);
    }

    /** One of those names. */
    Optional<ChangedName> compared(UUID former, @Nullable UUID present, Span span, long id) {
        return read(ONE, former, present, span, id).stream().findFirst();
    }

    private List<ChangedName> read(String query, UUID former, @Nullable UUID present, Span span, Object which) {
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.addAll(Collections.nCopies(NumberedTree.PARAMETERS, span.since()));
        parameters.addAll(Collections.nCopies(NumberedTree.PARAMETERS, span.bound()));
        parameters.addAll(List.of(former, which));
        parameters.add(present);
        return sql.list(query, ComparisonRepository::changed, parameters.toArray());
    }

    private static ChangedName changed(ResultSet row) throws SQLException {
        return new ChangedName(
                row.getLong(1),
                row.getString(2),
                0,
                new ChangedName.Marks(row.getLong(3), 0, 0, null),
                null,
                mapping(row, 4),
                mapping(row, 6));
    }

    private static @Nullable Mapping mapping(ResultSet row, int first) throws SQLException {
        UUID id = row.getObject(first, UUID.class);
        return id == null ? null : new Mapping(id, row.getBoolean(first + 1), 0);
    }
}
