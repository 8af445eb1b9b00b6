package io.tidemark.namespace;

import io.tidemark.content.KeptBody;
import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Walks down a path in all trees of a workspace at once: one statement, whatever their number. */
@ApplicationScoped
public class WorkspacePathRepository {

    /** The longest path that one statement goes down. */
    private static final int LONGEST = 6;

    private static final int HEAD = 4;
    private static final int WIDTH = 7;
    private static final String[] STATEMENTS = statements(false);
    private static final String[] STATEMENTS_WITH_BODY = statements(true);

    @Inject
    private Sql sql;

    /**
     * How names lead through each tree of a workspace, nearest first.
     *
     * @param withBody whether small bodies are brought along
     * @return no trees when there is no such workspace; nothing when this is no question for one statement: the path is too
     *     long, or leads through what was taken out of a tree and is shown as it was
     */
    public Optional<List<WorkspacePath>> walk(UUID workspace, List<String> names, boolean withBody) {
        if (names.isEmpty() || names.size() > LONGEST) {
            return Optional.empty();
        }
        List<Object> parameters = new ArrayList<>(names);
        parameters.add(workspace);
        String[] statements = withBody ? STATEMENTS_WITH_BODY : STATEMENTS;
        List<Optional<WorkspacePath>> paths =
                sql.list(statements[names.size()], row -> path(row, names.size(), withBody), parameters.toArray());
        return paths.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(paths.stream().flatMap(Optional::stream).toList());
    }

    private static Optional<WorkspacePath> path(ResultSet row, int length, boolean withBody) throws SQLException {
        Instant asOf = row.getObject(3, OffsetDateTime.class).toInstant();
        Instant keptFrom = instant(row, 4);
        Layer root = new Layer(row.getObject(1, UUID.class), row.getInt(2), asOf, keptFrom);
        List<WorkspacePath.Step> steps = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            int first = HEAD + 1 + i * WIDTH;
            if (keptFrom != null && instant(row, first + 6) != null) {
                return Optional.empty();
            }
            UUID resource = row.getObject(first + 2, UUID.class);
            steps.add(new WorkspacePath.Step(
                    row.getObject(first, Long.class),
                    root.isHiding(instant(row, first + 1)),
                    resource,
                    row.getBoolean(first + 3),
                    Versioning.read(row, first + 4)));
        }
        int view = HEAD + 1 + length * WIDTH;
        return Optional.of(new WorkspacePath(
                root,
                steps,
                ResourceView.read(row, view),
                withBody ? KeptBody.read(row, view + ResourceView.WIDTH + 1) : KeptBody.NONE,
                withBody && row.getBoolean(view + ResourceView.WIDTH)));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** For each number of names: the tree's root; each name's row, resource and how that is versioned; the view; whether anybody's rights are limited, and the body. */
    private static String[] statements(boolean withBody) {
        String[] statements = new String[LONGEST + 1];
        for (int length = 1; length <= LONGEST; length++) {
            StringBuilder columns = new StringBuilder("select s.root_id, s.depth, s.as_of, s.kept_from");
            StringBuilder joins = new StringBuilder(" from configuration_layer s");
            String above = "s.root_id";
            for (int i = 1; i <= length; i++) {
                String suffix = Integer.toString(i);
                columns.append(", m%1$s.id, m%1$s.hidden_at, g%1$s.id, g%1$s.collection, %2$s, f%1$s.unmapped_at"
                        .formatted(suffix, Versioning.columns("g" + suffix)));
                joins.append(" left join member m%1$s on m%1$s.collection_id = %2$s and m%1$s.name = ?"
                                .formatted(suffix, above))
                        .append(LayerSql.joinFormer(suffix))
                        .append(" left join resource g%1$s on g%1$s.id = ".formatted(suffix))
                        .append(LayerSql.resource(suffix))
                        .append(" and g%1$s.newest_number > 0 and (g%1$s.collection or g%1$s.versioned)"
                                .formatted(suffix));
                above = "g" + suffix + ".id";
            }
            columns.append(", ").append(ResourceView.COLUMNS);
            joins.append(LayerSql.joinShown(Integer.toString(length)));
            if (withBody) {
                columns.append(", exists (select 1 from access_list), " + KeptBody.COLUMNS);
                joins.append(" left join content c on c.hash = v.content_hash");
            }
            statements[length] = columns.append(joins)
                    .append(" where s.configuration_id = ? order by s.depth")
                    .toString();
        }
        return statements;
    }
}
