package io.tidemark.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import org.h2.store.fs.FileUtils;
import org.jspecify.annotations.Nullable;

/**
 * The file of an embedded database. Java closes the channel of a thread that is interrupted; here it is opened again, and
 * the work done again. On a full disk the {@link Reserve} is given up; when that is used up, too, the write waits for room.
 * After a write that failed for good nothing more is written: what the file is then, it would be after the end of the process at
 * that moment, and that the database survives.
 */
final class GuardedFile extends FileChannel {

    private static final int ATTEMPTS = 20;

    private final Path path;
    private final String mode;
    private final Reserve reserve;
    private volatile FileChannel channel;
    private @Nullable Lock lock;
    private volatile @Nullable IOException failure;
    private volatile boolean closed;
    private long place;

    /** What is done with the channel; it may be done again from the beginning. */
    @FunctionalInterface
    private interface Work {

        long on(FileChannel channel) throws IOException;
    }

    GuardedFile(Path path, String mode) throws IOException {
        this.path = path;
        this.mode = mode;
        this.reserve = Reserve.of(path);
        if (!"r".equals(mode)) {
            reserve.awaitStart();
        }
        this.channel = open();
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(path, FileUtils.modeToOptions(mode), FileUtils.NO_ATTRIBUTES);
    }

    @Override
    public long size() throws IOException {
        return uninterrupted(FileChannel::size);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        int start = target.position();
        return (int) uninterrupted(file -> {
            target.position(start);
            return file.read(target, position);
        });
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        int start = source.position();
        int length = source.remaining();
        changing(file -> {
            long size = file.size();
            try {
                source.position(start);
                for (long at = position; source.hasRemaining(); ) {
                    at += file.write(source, at);
                }
            } catch (IOException e) {
                cut(size, e);
                throw e;
            }
            return length;
        });
        return length;
    }

    /** Takes half a write back off the file's end. H2 would believe it, and find its file corrupt soon after. */
    private void cut(long size, IOException why) {
        if (why instanceof ClosedChannelException) {
            return;
        }
        try {
            channel.truncate(size);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    @Override
    public synchronized FileChannel truncate(long size) throws IOException {
        changing(file -> file.truncate(size).size());
        place = Math.min(place, size);
        return this;
    }

    @Override
    public synchronized long position() {
        return place;
    }

    @Override
    public synchronized FileChannel position(long position) {
        place = position;
        return this;
    }

    @Override
    public synchronized int read(ByteBuffer target) throws IOException {
        int length = read(target, place);
        place += Math.max(0, length);
        return length;
    }

    @Override
    public synchronized int write(ByteBuffer source) throws IOException {
        int length = write(source, place);
        place += length;
        return length;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        changing(file -> {
            file.force(metaData);
            return 0;
        });
    }

    private void changing(Work work) throws IOException {
        IOException before = failure;
        if (before != null) {
            throw new IOException("Nothing is written after a write that failed", before);
        }
        while (true) {
            try {
                uninterrupted(work);
                return;
            } catch (IOException e) {
                if (!reserve.giveUp() && !reserve.await()) {
                    failure = e;
                    throw e;
                }
            }
        }
    }

    private long uninterrupted(Work work) throws IOException {
        boolean interrupted = false;
        try {
            for (int attempt = 1; ; attempt++) {
                interrupted |= Thread.interrupted();
                FileChannel used = channel;
                try {
                    return work.on(used);
                } catch (ClosedChannelException e) {
                    if (attempt == ATTEMPTS) {
                        throw e;
                    }
                    reopen(used, e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Opens the channel again, unless another thread has done so, or it was closed on purpose. */
    private synchronized void reopen(FileChannel used, ClosedChannelException why) throws IOException {
        if (closed) {
            throw why;
        }
        if (used != channel) {
            return;
        }
        FileChannel again = open();
        Lock held = lock;
        if (held != null) {
            FileLock base = again.tryLock(held.position(), held.size(), held.isShared());
            if (base == null) {
                again.close();
                throw new IOException("Another process has taken the file while it was opened again", why);
            }
            held.base = base;
        }
        channel = again;
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
        throw unused();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw unused();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw unused();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw unused();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw unused();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
        throw unused();
    }

    private static UnsupportedOperationException unused() {
        return new UnsupportedOperationException("H2 does not use it");
    }

    @Override
    public synchronized @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
        FileLock base = channel.tryLock(position, size, shared);
        lock = base == null ? null : new Lock(this, base);
        return lock;
    }

    @Override
    protected synchronized void implCloseChannel() throws IOException {
        closed = true;
        channel.close();
    }

    @Override
    public String toString() {
        return GuardedPath.SCHEME + ":" + path;
    }

    /** The lock on the file, which stays while the channel below it changes. */
    private static final class Lock extends FileLock {

        private volatile FileLock base;

        Lock(FileChannel file, FileLock base) {
            super(file, base.position(), base.size(), base.isShared());
            this.base = base;
        }

        @Override
        public boolean isValid() {
            return base.isValid();
        }

        @Override
        public void release() throws IOException {
            if (base.isValid()) {
                base.release();
            }
        }
    }
}
