package io.tidemark.embedded;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.mvstore.MVStoreException;

/** A connection to the embedded database whose commits are in the file when they return, several of them with one write. */
final class EmbeddedConnection extends JdbcConnection {

    private final SessionLocal session;
    private final SharedWrites writes;

    EmbeddedConnection(String url, Properties info) throws SQLException {
        super(url, info, null, null, false);
        session = (SessionLocal) getSession();
        writes = SharedWrites.of(session.getDatabase().getStore().getMvStore());
        hideQueryTimeout();
    }

    /**
     * Lets JDBC take the session's QUERY_TIMEOUT for none. It counts all the same. Hibernate takes any other back when it
     * closes a statement, and the pool sets it again: each is a statement of H2's after which all others are parsed anew.
     */
    private void hideQueryTimeout() throws SQLException {
        int millis = session.getQueryTimeout();
        session.setQueryTimeout(0);
        try (Statement statement = createStatement()) {
            // From here on the connection knows it, and does not ask the session again.
            statement.getQueryTimeout();
        }
        session.setQueryTimeout(millis);
    }

    @Override
    public void commit() throws SQLException {
        boolean changed = session.containsUncommitted();
        super.commit();
        if (changed) {
            try {
                writes.await();
            } catch (MVStoreException e) {
                throw DbException.toSQLException(e);
            }
        }
    }
}
