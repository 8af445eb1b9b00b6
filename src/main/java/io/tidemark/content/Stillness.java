package io.tidemark.content;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps bodies from being deleted while somebody copies them, whichever node would delete them: a lock on a file beside them,
 * which ends with the process that holds it. Those who delete share it; who copies has it alone.
 */
public final class Stillness {

    private static final Logger LOG = System.getLogger(Stillness.class.getName());

    private final Path file;

    /** A process may have the file open once: the first to close it would end the locks of all. */
    private final ReentrantLock deleting = new ReentrantLock();

    private boolean warned;

    /** The stillness of the store in a directory. */
    public Stillness(Path directory) {
        this.file = directory.resolve("still");
    }

    /** Lets something delete bodies, unless somebody copies them, or another one of this process deletes some: it is left to the next time then. */
    void unless(Runnable deletion) {
        if (!deleting.tryLock()) {
            return;
        }
        try (FileChannel channel = open();
                FileLock shared = channel.tryLock(0, Long.MAX_VALUE, true)) {
            if (shared != null) {
                deletion.run();
            }
        } catch (IOException e) {
            // A file system without locks: a copy must end within the grace period there, and scripts/backup refuses.
            if (!warned) {
                warned = true;
                LOG.log(
                        Level.WARNING,
                        "{0} cannot be locked, so that no backup keeps contents from going: {1}",
                        file,
                        e);
            }
            deletion.run();
        } finally {
            deleting.unlock();
        }
    }

    /**
     * Waits until nobody deletes bodies, and lets nobody until it is closed.
     *
     * @throws IOException where the file system has no locks
     */
    public Closeable hold() throws IOException {
        FileChannel channel = open();
        try {
            channel.lock();
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private FileChannel open() throws IOException {
        if (!Files.exists(file)) {
            Path directory = Objects.requireNonNull(file.getParent());
            Files.createDirectories(directory);
            try {
                Files.createFile(file);
                // It is the server's, whoever was first.
                Files.setOwner(file, Files.getOwner(directory));
            } catch (FileAlreadyExistsException e) {
                LOG.log(Level.DEBUG, "{0} is another one''s", file);
            }
        }
        return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
