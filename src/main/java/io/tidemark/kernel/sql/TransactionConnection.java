package io.tidemark.kernel.sql;

import jakarta.transaction.Synchronization;
import java.sql.Connection;
import java.sql.SQLException;

/** The connection that a transaction holds, given back when the transaction ends. */
record TransactionConnection(Connection connection) implements Synchronization {

    @Override
    public void beforeCompletion() {
        close();
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
