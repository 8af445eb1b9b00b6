package io.tidemark.kernel.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements that are sent many times at once, with other parameters each time. */
final class Batch {

    /** With how many rows a statement inserts, most first. Few, because each is a statement that is prepared for itself. */
    private static final int[] ROWS = {64, 8, 1};

    private Batch() {}

    /** Runs a statement once for each row of parameters, and says how many rows each changed. */
    static int[] run(Connection connection, String sql, List<@Nullable Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return new int[0];
        }
        if (rows.size() == 1) {
            // H2 makes an exception for each batch, only to have one at hand.
            try (PreparedStatement statement = Sql.prepare(connection, sql, rows.get(0))) {
                return new int[] {statement.executeUpdate()};
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                Sql.set(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }

    /** Inserts rows, many with each statement: what a database does for a statement, it does once for all of them. */
    static int insert(Connection connection, String into, List<@Nullable Object[]> rows) throws SQLException {
        int done = 0;
        for (int size : ROWS) {
            List<@Nullable Object[]> statements = new ArrayList<>();
            for (; rows.size() - done >= size; done += size) {
                statements.add(rows.subList(done, done + size).stream()
                        .flatMap(Arrays::stream)
                        .toArray());
            }
            if (!statements.isEmpty()) {
                run(connection, text(into, size, rows.get(0).length), statements);
            }
        }
        return done;
    }

    private static String text(String into, int rows, int columns) {
        String row = "(" + Sql.placeholders(columns) + ")";
        return "insert into " + into + " values " + (row + ", ").repeat(rows - 1) + row;
    }
}
