package io.tidemark.kernel.sql;

import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Asks the database whether it is there: every few seconds, because a connection that fell silent tells nobody; and each
 * second while it is not.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DatabaseProbe {

    /** A database that takes longer for an answer than this is of no use to anybody. */
    private static final int PATIENCE_MILLIS = 5_000;

    private static final int EVERY = 5;

    @Resource(lookup = "java:jboss/datasources/Tidemark")
    private DataSource dataSource;

    @Inject
    private DatabaseState state;

    private int seconds;

    /** Runs each second. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void ask() {
        seconds++;
        if (!state.isGone() && seconds % EVERY != 0) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            ask(connection);
            state.answered();
        } catch (SQLException e) {
            if (state.trouble(e) == null) {
                throw new SqlFailure(e);
            }
        }
    }

    private static void ask(Connection connection) throws SQLException {
        boolean remote = connection.getMetaData().getURL().startsWith("jdbc:postgresql:");
        int before = remote ? connection.getNetworkTimeout() : 0;
        if (remote) {
            connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("select number from journal_head");
        }
        if (remote) {
            connection.setNetworkTimeout(Runnable::run, before);
        }
    }
}
