package io.tidemark.version.checkout;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** How many rows the tables have in which a checkout or its end writes. */
final class Rows {
    private Rows() {}

    static List<Long> of(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Stream.of(
                            "checkout",
                            "resource",
                            "revision",
                            "revision_line",
                            "dav_lock",
                            "property_set",
                            "dead_property",
                            "revision_origin",
                            "journal")
                    .map(table -> count(connection, table))
                    .toList();
        }
    }

    private static long count(Connection connection, String table) {
        try (ResultSet row = connection.createStatement().executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
