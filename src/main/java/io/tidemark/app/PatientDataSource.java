package io.tidemark.app;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source whose connections wait as long as it takes. Requests must not, and their connections are made so; but a
 * migration may rewrite all rows that there are. A connection is as it was before it goes back to the pool.
 */
final class PatientDataSource {

    private static final String[] LIMITS = {"statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"};

    private final boolean postgreSql;

    private PatientDataSource(boolean postgreSql) {
        this.postgreSql = postgreSql;
    }

    static DataSource of(DataSource pool, boolean postgreSql) {
        PatientDataSource patient = new PatientDataSource(postgreSql);
        return proxy(DataSource.class, pool, (name, call) -> {
            Object made = call.run();
            return made instanceof Connection connection ? patient.patient(connection) : made;
        });
    }

    /** What is done in place of a call. */
    @FunctionalInterface
    private interface Around {

        @Nullable
        Object run(String name, Call call) throws Throwable;
    }

    /** The call itself. */
    @FunctionalInterface
    private interface Call {

        @Nullable
        Object run() throws Throwable;
    }

    private Connection patient(Connection connection) throws SQLException {
        Runnable restore = postgreSql ? liftOnPostgreSql(connection) : liftOnH2(connection);
        return proxy(Connection.class, connection, (name, call) -> {
            if (name.equals("close") && !connection.isClosed()) {
                restore.run();
            }
            return call.run();
        });
    }

    private static Runnable liftOnPostgreSql(Connection connection) throws SQLException {
        int before = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, 0);
        for (String limit : LIMITS) {
            run(connection, "set " + limit + " = 0");
        }
        return () -> {
            try {
                for (String limit : LIMITS) {
                    run(connection, "reset " + limit);
                }
                connection.setNetworkTimeout(Runnable::run, before);
            } catch (SQLException e) {
                throw new IllegalStateException("A connection cannot be made impatient again", e);
            }
        };
    }

    private static Runnable liftOnH2(Connection connection) throws SQLException {
        int before;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select setting_value from information_schema.settings"
                        + " where setting_name = 'QUERY_TIMEOUT'")) {
            before = row.next() ? row.getInt(1) : 0;
        }
        run(connection, "set query_timeout 0");
        return () -> {
            try {
                run(connection, "set query_timeout " + before);
            } catch (SQLException e) {
                throw new IllegalStateException("A connection cannot be made impatient again", e);
            }
        };
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static <T> T proxy(Class<T> type, T target, Around around) {
        return type.cast(Proxy.newProxyInstance(
                PatientDataSource.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> around.run(method.getName(), () -> {
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                })));
    }
}
