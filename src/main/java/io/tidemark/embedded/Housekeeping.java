package io.tidemark.embedded;

import java.nio.file.Path;
import java.util.Objects;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jboss.logging.Logger;

/**
 * Keeps the file of the embedded database small, and sees that the disk has it. Each commit goes to a new place in the file,
 * and what it replaces stays behind between what still counts: nine tenths, as long as nobody looks after it. Here, every
 * second, what still counts in the emptiest of these places is written once more, so that they can be used again. H2's own
 * thread would also move whole places to the beginning of the file; that is left to the end of the server.
 */
final class Housekeeping implements Runnable {

    /**
     * Milliseconds for which a place that has become free is not written to. The disk has had all that made it free by then,
     * so that a power failure finds either state whole.
     */
    static final int RETENTION_MILLIS = 3_000;

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final long EVERY_MILLIS = 1_000;

    /** Percent of the written bytes that should still count, while somebody writes, and while nobody does. */
    private static final int FILLED = 50;

    private static final int FILLED_AT_REST = 80;

    /** So much is written once more at a time; commits wait meanwhile. */
    private static final int BYTES = 1 << 20;

    private static final int TIMES = 8;

    private final MVStore store;
    private final OnlineCopy copy;

    Housekeeping(MVStore store) {
        this.store = store;
        this.copy = new OnlineCopy(store, directory(store));
    }

    /** Where the database's file is; its name says by which file system H2 opened it, too. */
    private static Path directory(MVStore store) {
        String name = store.getFileStore().getFileName();
        String scheme = GuardedPath.SCHEME + ':';
        Path file = Path.of(name.startsWith(scheme) ? name.substring(scheme.length()) : name);
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    /** Begins to look after a database, until it is closed. */
    static void begin(MVStore store) {
        store.setRetentionTime(RETENTION_MILLIS);
        Thread thread = new Thread(new Housekeeping(store), "tidemark-embedded-database");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            copy.tidy();
            long seen = store.getCurrentVersion();
            while (!store.isClosed()) {
                Thread.sleep(EVERY_MILLIS);
                copy.answer();
                // What was changed without a transaction, as by a migration, has waited for this.
                store.commit();
                boolean rests = store.getCurrentVersion() == seen;
                compact(rests ? FILLED_AT_REST : FILLED);
                if (store.getCurrentVersion() != seen) {
                    seen = store.getCurrentVersion();
                    store.sync();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (MVStoreException e) {
            if (!store.isClosed()) {
                LOG.error("Nobody keeps the file of the embedded database small until the next start", e);
            }
        }
    }

    /** Writes once more what still counts in the emptiest places, until so many percent of the file count. */
    void compact(int filled) {
        for (int i = 0; i < TIMES && store.compact(filled, BYTES); i++) {
            store.commit();
        }
    }
}
