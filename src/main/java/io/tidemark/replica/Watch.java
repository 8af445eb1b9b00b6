package io.tidemark.replica;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits until something may have changed, on either side. It only says when to look: what has changed is found by looking, and what
 * it misses is found by the look that is due anyway.
 */
final class Watch implements AutoCloseable {

    /** After so many seconds one looks anyway. */
    static final int USUAL = 600;

    private static final int SERVER_WAITS = 50;
    private static final int SETTLE_MILLIS = 500;
    private static final int UNWATCHED = 30;

    private final Path root;
    private final Server server;
    private final WatchService service;
    private final Map<Path, WatchKey> keys = new HashMap<>();
    private final Semaphore changed = new Semaphore(0);
    private final Thread local;
    private @Nullable Thread remote;
    private volatile String token = "";
    private boolean partly;

    Watch(Path directory, Server server) throws IOException {
        this.root = directory.toRealPath();
        this.server = server;
        this.service = root.getFileSystem().newWatchService();
        this.local = new Thread(this::listen, "changes here");
        local.setDaemon(true);
        local.start();
    }

    /** Begins to watch, before one looks. */
    void begin() throws IOException {
        changed.drainPermits();
        partly = false;
        keys.values().removeIf(key -> !key.isValid());
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (folder.equals(Folder.own(root))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                keys.computeIfAbsent(folder, Watch.this::register);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private @Nullable WatchKey register(Path folder) {
        try {
            return folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_DELETE,
                    StandardWatchEventKinds.ENTRY_MODIFY);
        } catch (IOException e) {
            // The system watches so many folders and no more: one looks oftener then.
            partly = true;
            return null;
        }
    }

    /**
     * Waits for a change.
     *
     * @param known up to where the server's changes are known
     * @param seconds how long at most
     */
    void await(String known, int seconds) throws InterruptedException {
        token = known;
        if (remote == null || !remote.isAlive()) {
            remote = new Thread(this::ask, "changes there");
            remote.setDaemon(true);
            remote.start();
        }
        int most = partly ? Math.min(seconds, UNWATCHED) : seconds;
        if (changed.tryAcquire(most, TimeUnit.SECONDS)) {
            // What one does to many files is looked at once.
            Thread.sleep(SETTLE_MILLIS);
        }
    }

    private void listen() {
        try {
            while (true) {
                WatchKey key = service.take();
                boolean own = key.pollEvents().stream()
                        .allMatch(event -> event.context() instanceof Path name
                                && name.toString().equals(Folder.OWN));
                key.reset();
                if (!own) {
                    changed.release();
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            // Closed.
            Thread.currentThread().interrupt();
        }
    }

    private void ask() {
        try {
            while (true) {
                String asked = token;
                Optional<Server.Page> page = server.changes(asked, SERVER_WAITS);
                boolean isNews = page.isEmpty()
                        || !(page.get().token().equals(asked)
                                || page.get().token().equals(token));
                if (isNews) {
                    changed.release();
                    return;
                }
            }
        } catch (IOException e) {
            // The next pass asks as well, and says what is wrong.
            changed.release();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        local.interrupt();
        if (remote != null) {
            remote.interrupt();
        }
        service.close();
    }
}
