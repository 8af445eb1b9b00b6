package io.tidemark.kernel.sql;

import jakarta.transaction.Synchronization;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The connection that a transaction holds, given back when the transaction ends. */
final class TransactionConnection implements Synchronization {

    private final Connection connection;
    private final DeferredStatements deferred = new DeferredStatements();
    private final List<Sql.Work<?>> last = new ArrayList<>();

    TransactionConnection(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** What waits for the next statement. */
    DeferredStatements deferred() {
        return deferred;
    }

    /** Sends what waits for the next statement, which cannot take it along. */
    void sendAhead() throws SQLException {
        if (!deferred.isEmpty()) {
            deferred.send(connection);
        }
    }

    /** Has work done when the transaction is about to commit; none when it is rolled back. */
    void beforeCommit(Sql.Work<?> work) {
        last.add(work);
    }

    @Override
    public void beforeCompletion() {
        try {
            sendAhead();
            for (Sql.Work<?> work : last) {
                work.on(connection);
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        } finally {
            close();
        }
    }

    @Override
    public void afterCompletion(int status) {
        // Before a rollback, nobody is asked: closing twice does nothing.
        close();
    }

    private void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }
}
