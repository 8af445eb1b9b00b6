package io.tidemark.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.jca.adapters.jdbc.spi.ValidConnectionChecker;
import org.jspecify.annotations.Nullable;

/** Tells the pool whether a connection still works, which the driver has some seconds to find out. */
public final class LiveConnections implements ValidConnectionChecker {

    private static final long serialVersionUID = 1L;
    private static final int SECONDS = 5;

    @Override
    public @Nullable SQLException isValidConnection(Connection connection) {
        try {
            return connection.isValid(SECONDS) ? null : new SQLException("The connection is lost", "08003");
        } catch (SQLException e) {
            return e;
        }
    }
}
