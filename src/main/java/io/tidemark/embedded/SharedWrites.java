package io.tidemark.embedded;

import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was committed to the file of the embedded database. H2 would write once for each commit, and each time the pages
 * of all tables and indexes that the commit touched, some forty kilobytes for a small upload. Here whoever commits while
 * another's write runs waits for it to end, and the next write has all that was committed meanwhile.
 *
 * <p>What is written survives the end of the process at once, and a power failure a second later ({@link Housekeeping}), or at
 * once, too, with {@code tidemark.db.sync}.
 */
final class SharedWrites {

    /** H2 shall write neither at each commit, which 0 means, nor by a thread of its own, which any time means. */
    private static final int BY_NOBODY_ELSE = -1;

    /** Whether the disk has what was committed before a commit returns. */
    private static final boolean SYNC = Setting.on("tidemark.db.sync");

    private static @Nullable SharedWrites current;

    private final MVStore store;
    private final FileStore<?> file;

    private SharedWrites(MVStore store) {
        this.store = store;
        this.file = store.getFileStore();
        store.setAutoCommitDelay(BY_NOBODY_ELSE);
        Housekeeping.begin(store);
    }

    /** Those of a database. A process has one open at most; what belonged to one before it is over. */
    static synchronized SharedWrites of(MVStore store) {
        SharedWrites known = current;
        if (known == null || known.store != store) {
            known = new SharedWrites(store);
            current = known;
        }
        return known;
    }

    /** Returns when what the caller has committed is in the file. */
    void await() {
        // A write raises the version, and has all that was there before it did.
        long version = store.getCurrentVersion();
        if (file.lastChunkVersion() > version) {
            return;
        }
        synchronized (this) {
            if (file.lastChunkVersion() <= version) {
                store.commit();
                if (SYNC) {
                    store.sync();
                }
            }
        }
    }
}
