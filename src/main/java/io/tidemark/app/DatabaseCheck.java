package io.tidemark.app;

import io.tidemark.kernel.error.StartRefusal;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Whether a data source of the server's leads to a database that the application can work on. */
final class DatabaseCheck {

    /** PostgreSQL's first with all that the schema needs and that its makers still mend. */
    private static final int OLDEST_POSTGRESQL = 14;

    private DatabaseCheck() {}

    /**
     * Looks at one connection.
     *
     * @return the address of the database without its parameters, which may hold a password
     * @throws StartRefusal when the data source is not one for Tidemark
     */
    static String check(DataSource pool) {
        try (Connection connection = pool.getConnection()) {
            DatabaseMetaData database = connection.getMetaData();
            String url = database.getURL().split("[?;]", 2)[0];
            switch (database.getDatabaseProductName()) {
                case "PostgreSQL" -> checkPostgreSql(database);
                case "H2" -> checkH2(connection, url);
                default ->
                    throw new StartRefusal("its data source leads to " + database.getDatabaseProductName()
                            + ", and it knows PostgreSQL and H2 alone.");
            }
            if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
                throw new StartRefusal("its data source has another transaction isolation than READ_COMMITTED.");
            }
            return url;
        } catch (SQLException e) {
            throw new StartRefusal("the database of its data source gives no connection: " + e.getMessage());
        }
    }

    private static void checkPostgreSql(DatabaseMetaData database) throws SQLException {
        if (database.getDatabaseMajorVersion() < OLDEST_POSTGRESQL) {
            throw new StartRefusal(
                    "PostgreSQL " + database.getDatabaseProductVersion() + " is older than " + OLDEST_POSTGRESQL + ".");
        }
    }

    private static void checkH2(Connection connection, String url) throws SQLException {
        if (url.startsWith("jdbc:h2:file:") || url.startsWith("jdbc:h2:~") || url.startsWith("jdbc:h2:tcp:")) {
            throw new StartRefusal("its H2 database is opened by another driver than the one of the module"
                    + " io.tidemark.embedded, and would not survive what befalls its disk.");
        }
        try (Statement statement = connection.createStatement();
                ResultSet mode = statement.executeQuery(
                        "select setting_value from information_schema.settings" + " where setting_name = 'MODE'")) {
            if (!mode.next() || !mode.getString(1).equals("PostgreSQL")) {
                throw new StartRefusal("the URL of its H2 database lacks MODE=PostgreSQL and its neighbours in"
                        + " wildfly-config/database.cli.");
            }
        }
    }
}
