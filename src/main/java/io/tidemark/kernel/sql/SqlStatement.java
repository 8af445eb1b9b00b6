package io.tidemark.kernel.sql;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A statement that changes rows, and is sent together with others; see {@link Sql#together}. */
public record SqlStatement(String text, @Nullable Object... parameters) {

    /** Begins the statement that inserts one row. */
    public static Insertion insert(String table) {
        return new Insertion(table);
    }

    /** A statement that inserts one row, in the making. */
    public static final class Insertion {

        private final String table;
        private final StringJoiner columns = new StringJoiner(", ");
        private final List<@Nullable Object> values = new ArrayList<>();

        private Insertion(String table) {
            this.table = table;
        }

        /** Gives the row a value in a column. */
        public Insertion value(String column, @Nullable Object value) {
            columns.add(column);
            values.add(value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
            return this;
        }

        /** The statement. */
        public SqlStatement end() {
            return new SqlStatement(
                    "insert into " + table + " (" + columns + ") values (" + Sql.placeholders(values.size()) + ")",
                    values.toArray());
        }
    }
}
