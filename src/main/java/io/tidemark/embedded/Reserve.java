package io.tidemark.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A file beside the embedded database that holds room on the disk. When the disk is full, it is given up, so that what is
 * being written can be written to its end: the database does not survive a write that fails in the middle. While it is not
 * there, nothing new should be begun; when there is room again, it is made again.
 */
public final class Reserve {

    private static final Logger LOG = Logger.getLogger(Reserve.class);
    private static final int BLOCK = 1 << 20;

    /** That of the database which this process has open: there is one at most. */
    private static volatile @Nullable Reserve current;

    /** With so much, a write can go on. */
    private static final long SOME = 4 << 20;

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration WHILE_IT_RUNS = Duration.ofMinutes(10);

    /** WildFly gives a start five minutes. */
    private static final Duration AT_START = Duration.ofMinutes(4);

    private final AtomicInteger waiting = new AtomicInteger();
    private final Path file;
    private final File directory;
    private final long bytes;
    private volatile boolean held;

    private Reserve(Path file, long bytes) {
        this.file = file;
        this.directory =
                Objects.requireNonNull(file.toAbsolutePath().getParent()).toFile();
        this.bytes = bytes;
    }

    /** The reserve of a database file, which lies beside it. */
    static synchronized Reserve of(Path database) {
        Path file = database.resolveSibling("reserve");
        Reserve known = current;
        if (known == null || !known.file.equals(file)) {
            known = new Reserve(file, Setting.bytes("tidemark.db.reserve", 64L << 20));
            current = known;
        }
        return known;
    }

    /**
     * Whether the disk of the embedded database has no room for anything new. It has when the reserve is there, and as much
     * again is free; a reserve that was given up is made again here.
     */
    public static boolean isShort() {
        Reserve reserve = current;
        return reserve != null && !reserve.keep();
    }

    /** Whether something that is being written waits for room: whoever needs the database would wait, too. */
    public static boolean isAwaited() {
        Reserve reserve = current;
        return reserve != null && reserve.waiting.get() > 0;
    }

    /**
     * Waits until there is some room for a write that found none, for as long as that may be worth it.
     *
     * @return whether there is; no if want of room was not the reason
     */
    boolean await() throws IOException {
        if (free() >= SOME) {
            return false;
        }
        if (waiting.incrementAndGet() == 1) {
            LOG.error("The disk of the database is full to the last byte. What is being written waits for room.");
        }
        try {
            return until(() -> free() >= SOME, WHILE_IT_RUNS);
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Waits until a database can be opened: to open and close one on a full disk is what it survives least. */
    void awaitStart() throws IOException {
        if (keep()) {
            return;
        }
        LOG.warnf("The server waits until %d bytes of the database's disk are free.", 2 * bytes);
        if (!until(this::keep, AT_START)) {
            EmbeddedDriver.end("There was no room on the database's disk for four minutes: the server ends.");
        }
    }

    /** What is waited for. */
    @FunctionalInterface
    private interface Condition {

        boolean holds() throws IOException;
    }

    private static boolean until(Condition condition, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        boolean holds = condition.holds();
        while (!holds && System.nanoTime() < end) {
            interrupted |= Thread.interrupted();
            LockSupport.parkNanos(LOOK.toNanos());
            holds = condition.holds();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return holds;
    }

    /** Sees to it that the room is held. Says whether it is, and as much again is free. */
    boolean keep() {
        try {
            if (held) {
                return free() >= bytes;
            }
            return make();
        } catch (IOException e) {
            LOG.debugf(e, "No reserve at %s", file);
            return false;
        }
    }

    private synchronized boolean make() throws IOException {
        if (!held && free() + size() >= 2 * bytes) {
            fill();
            held = true;
            LOG.infof("%d bytes of the database's disk are held in reserve", bytes);
        }
        return held;
    }

    /** Gives the room to what has to be written now. Says whether there was any to give. */
    synchronized boolean giveUp() {
        try {
            if (Files.deleteIfExists(file)) {
                held = false;
                LOG.warnf(
                        "The disk of the database is full. Nothing new is stored until %d bytes are free.", 2 * bytes);
                return true;
            }
        } catch (IOException e) {
            LOG.errorf(e, "The reserve %s cannot be given up", file);
        }
        return false;
    }

    /** One system call; to ask for the file store instead would read the table of all file systems. */
    private long free() {
        return directory.getUsableSpace();
    }

    private long size() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** Writes it out, because a file of which only the length was set takes no room. */
    private void fill() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (long at = channel.size(); at < bytes; ) {
                at += channel.write(ByteBuffer.allocate((int) Math.min(BLOCK, bytes - at)), at);
            }
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }
}
