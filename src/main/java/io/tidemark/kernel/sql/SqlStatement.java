package io.tidemark.kernel.sql;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * A statement that changes rows, and is sent together with others; see {@link Sql#pipeline}.
 *
 * <p>Texts are put together once for each sort of statement: drivers look up what they have prepared by them, which costs
 * least for a text that is the same object.
 */
public record SqlStatement(String text, @Nullable Object... parameters) {

    private static final ConcurrentMap<List<String>, String> INSERTIONS = new ConcurrentHashMap<>();
    private static final ConcurrentMap<List<String>, String> SEQUENCES = new ConcurrentHashMap<>();

    /** The text of statements that are sent together. */
    static String pipeline(List<SqlStatement> statements) {
        return SEQUENCES.computeIfAbsent(
                statements.stream().map(SqlStatement::text).toList(), texts -> String.join("; ", texts));
    }

    /** Begins the statement that inserts one row. */
    public static Insertion insert(String table) {
        return new Insertion(table);
    }

    /** A statement that inserts one row, in the making. */
    public static final class Insertion {

        /** The table, and the columns. */
        private final List<String> names = new ArrayList<>();

        private final List<@Nullable Object> values = new ArrayList<>();

        private Insertion(String table) {
            names.add(table);
        }

        /** Gives the row a value in a column. */
        public Insertion value(String column, @Nullable Object value) {
            names.add(column);
            values.add(value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
            return this;
        }

        /** The statement. */
        public SqlStatement end() {
            return new SqlStatement(INSERTIONS.computeIfAbsent(List.copyOf(names), Insertion::text), values.toArray());
        }

        private static String text(List<String> names) {
            List<String> columns = names.subList(1, names.size());
            return "insert into " + names.get(0) + " (" + String.join(", ", columns) + ") values ("
                    + Sql.placeholders(columns.size()) + ")";
        }
    }
}
