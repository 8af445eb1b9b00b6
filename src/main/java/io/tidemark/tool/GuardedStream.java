package io.tidemark.tool;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A body from the network. A read that fails does so with a {@link TransientException}, and so does one that waits for a
 * minute: a server that lost its power says nothing more.
 */
public final class GuardedStream extends FilterInputStream {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "stalled bodies");
        thread.setDaemon(true);
        return thread;
    });

    private final ScheduledFuture<?> watch;
    private volatile long waitingSince;
    private volatile boolean waiting;
    private volatile boolean stalled;

    /** Watches a body, which closes with this. */
    public GuardedStream(InputStream body) {
        super(body);
        watch = CLOCK.scheduleWithFixedDelay(this::look, 5, 5, TimeUnit.SECONDS);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        waitingSince = System.nanoTime();
        waiting = true;
        try {
            int count = in.read(buffer, offset, length);
            if (stalled) {
                throw new TransientException("The connection stalled.", null);
            }
            return count;
        } catch (TransientException e) {
            throw e;
        } catch (IOException e) {
            throw new TransientException(
                    stalled ? "The connection stalled." : "The connection broke: " + e.getMessage(), e);
        } finally {
            waiting = false;
        }
    }

    @Override
    public void close() throws IOException {
        watch.cancel(false);
        super.close();
    }

    private void look() {
        if (waiting && System.nanoTime() - waitingSince > PATIENCE) {
            stalled = true;
            try {
                in.close();
            } catch (IOException e) {
                // The read that waits fails all the same.
            }
        }
    }
}
