package io.tidemark.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipOutputStream;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jboss.logging.Logger;

/**
 * Copies the database's file while it is written to, for {@code scripts/backup}, which no other process can do. Who may write
 * into the database's directory asks by a file there: {@code copy-request}, with a name of letters, digits and hyphens in it.
 * The answer is {@code copy-NAME.zip}, whole when it is there, or {@code copy-NAME.failed}, which says why. Nothing that the copy
 * needs is overwritten meanwhile, so that it is what a power failure at its beginning, or somewhat later, would have left.
 */
final class OnlineCopy {

    private static final Logger LOG = Logger.getLogger(OnlineCopy.class);
    private static final String REQUEST = "copy-request";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final MVStore store;
    private final Path directory;
    private final AtomicBoolean busy = new AtomicBoolean();

    OnlineCopy(MVStore store, Path directory) {
        this.store = store;
        this.directory = directory;
    }

    /** Removes what a process left that ended in the middle of a copy. */
    void tidy() {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, "copy-*")) {
            for (Path file : left) {
                Files.delete(file);
            }
        } catch (IOException e) {
            LOG.warnf("What is left of a copy of the database cannot be removed: %s", e);
        }
    }

    /** Begins a copy if one was asked for, in a thread of its own: who looks after the database has other things to do. */
    void answer() {
        Path request = directory.resolve(REQUEST);
        if (!Files.exists(request) || !busy.compareAndSet(false, true)) {
            return;
        }
        Thread thread = new Thread(() -> copy(request), "tidemark-embedded-copy");
        thread.setDaemon(true);
        thread.start();
    }

    private void copy(Path request) {
        try {
            String name = Files.readString(request).strip();
            Files.delete(request);
            if (!NAME.matcher(name).matches()) {
                LOG.warn("A copy of the database was asked for under a name that is none");
                return;
            }
            try {
                write(directory.resolve("copy-" + name + ".zip"));
            } catch (IOException | MVStoreException e) {
                LOG.warnf("The database could not be copied: %s", e);
                Files.writeString(directory.resolve("copy-" + name + ".failed"), e.toString());
            }
        } catch (NoSuchFileException e) {
            LOG.debug("Who asked for a copy has gone away", e);
        } catch (IOException e) {
            LOG.warnf("A copy of the database was asked for, and nobody can be told that it failed: %s", e);
        } finally {
            busy.set(false);
        }
    }

    private void write(Path copy) throws IOException {
        Path growing = copy.resolveSibling(copy.getFileName() + ".part");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(growing))) {
            out.setLevel(Deflater.BEST_SPEED);
            store.commit();
            store.getFileStore().backup(out);
        } catch (IOException | MVStoreException e) {
            Files.deleteIfExists(growing);
            throw e;
        }
        Files.move(growing, copy, StandardCopyOption.ATOMIC_MOVE);
    }
}
