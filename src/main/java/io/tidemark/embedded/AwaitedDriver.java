package io.tidemark.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * PostgreSQL's driver, but for the first connection of a server: that waits for a database which is not there yet, because an
 * application that cannot start stays away until somebody starts the server anew. WildFly's patience with a start has an end;
 * before it comes, the server ends, for whoever watches over it to start it again.
 */
public final class AwaitedDriver extends Driver {

    private static final Logger LOG = Logger.getLogger(AwaitedDriver.class);

    /** WildFly gives a start five minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private volatile boolean connected;

    @Override
    public @Nullable Connection connect(String url, @Nullable Properties info) throws SQLException {
        if (connected) {
            return super.connect(url, info);
        }
        // Machines set their clocks when they start.
        long begun = System.nanoTime();
        boolean told = false;
        while (true) {
            try {
                Connection connection = super.connect(url, info);
                connected = true;
                return connection;
            } catch (SQLException e) {
                if (!LostConnections.isLost(e)) {
                    throw e;
                }
                if (!told) {
                    told = true;
                    LOG.warnf("The database does not answer yet; the server waits for it: %s", e.getMessage());
                }
                if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                    EmbeddedDriver.end("The database has not answered for four minutes: the server ends.");
                }
                pause(e);
            }
        }
    }

    private static void pause(SQLException why) throws SQLException {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw why;
        }
    }
}
