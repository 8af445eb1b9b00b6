package io.tidemark.embedded;

import java.sql.SQLException;
import java.util.Set;
import org.jboss.jca.adapters.jdbc.spi.ExceptionSorter;

/**
 * Tells the pool which failures are the end of a connection, and of the others that lie idle: those of SQLSTATE's classes 08,
 * "connection exception", and 57P, with which PostgreSQL ends sessions, and what H2 says when its file is closed.
 */
public final class LostConnections implements ExceptionSorter {

    private static final long serialVersionUID = 1L;

    /** H2's codes: connection broken, file corrupt, database closed, and called while it closes. */
    private static final Set<Integer> CLOSED = Set.of(90067, 90028, 90030, 90031, 90098, 90121);

    /** How H2 reports anything that its store throws. */
    private static final String STORE = "org.h2.mvstore.MVStoreException";

    @Override
    public boolean isExceptionFatal(SQLException failure) {
        boolean lost = isLost(failure);
        if (lost) {
            EmbeddedDriver.endIfFailed(failure);
        }
        return lost;
    }

    /** Whether a failure is the end of a connection, or that there is none to be had. */
    static boolean isLost(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("08")
                || state.startsWith("57P0")
                || CLOSED.contains(failure.getErrorCode())
                || isOfStore(failure);
    }

    private static boolean isOfStore(SQLException failure) {
        Throwable cause = failure.getCause();
        return cause != null && cause.getClass().getName().equals(STORE);
    }
}
