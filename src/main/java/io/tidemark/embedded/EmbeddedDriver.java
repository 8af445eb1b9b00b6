package io.tidemark.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.h2.Driver;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.store.fs.FilePath;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** H2's driver, but for its file, which is a {@link GuardedFile}. */
public final class EmbeddedDriver extends Driver {

    private static final Logger LOG = Logger.getLogger(EmbeddedDriver.class);
    private static final String PLAIN = "jdbc:h2:file:";

    static {
        FilePath.register(new GuardedPath());
    }

    /** The database that this process has open: there is one at most. */
    private static volatile @Nullable Database opened;

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        if (!url.startsWith(PLAIN)) {
            return super.connect(url, info);
        }
        EmbeddedConnection connection = new EmbeddedConnection(guarded(url), info);
        if (connection.getSession() instanceof SessionLocal session) {
            opened = session.getDatabase();
        }
        return connection;
    }

    private static String guarded(String url) {
        return url.startsWith(PLAIN) ? "jdbc:h2:" + GuardedPath.SCHEME + ":" + url.substring(PLAIN.length()) : url;
    }

    /** Whether a failure has closed the embedded database: it is not being closed, and its store is. */
    static boolean hasFailed() {
        Database database = opened;
        return database != null
                && !database.isClosing()
                && database.getStore().getMvStore().isClosed();
    }

    /**
     * Ends the process if a failure has closed the embedded database. H2 does not open it again while anybody holds a
     * connection, and statements that begin on it meanwhile never end. What was answered is in the file, as after a kill.
     */
    static void endIfFailed(SQLException failure) {
        if (hasFailed()) {
            end("A failure has closed the embedded database: the server ends, and opens it at its next start: "
                    + failure);
        }
    }

    /** Ends the process with one sentence, without any more work for the database. */
    static void end(String why) {
        LOG.fatal(why);
        Runtime.getRuntime().halt(1);
    }
}
