package io.tidemark.traffic;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * How fast a client takes an answer, or sends a body, while a thread waits for it. A client that is through after a minute of
 * waiting may be as slow as it likes; one that takes longer has to make some progress all the time.
 */
final class Pace {

    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long SLOWEST_BYTES_PER_SECOND = 1_024;

    private long bytes;
    private long waitedNanos;

    /** What waits until the client can go on. */
    interface Wait {

        /** Waits. */
        void now() throws IOException;
    }

    /** Records progress. */
    void moved(long more) {
        bytes += Math.max(0, more);
    }

    /**
     * Waits, and records how long.
     *
     * @throws IOException when the wait fails, or the client is too slow
     */
    void wait(Wait wait) throws IOException {
        long began = System.nanoTime();
        Lane.aside(wait);
        waitedNanos += System.nanoTime() - began;
        if (isTooSlow(bytes, waitedNanos)) {
            throw new IOException("The client is too slow: " + bytes + " bytes in "
                    + TimeUnit.NANOSECONDS.toSeconds(waitedNanos) + " seconds.");
        }
    }

    static boolean isTooSlow(long bytes, long waitedNanos) {
        return waitedNanos > GRACE_NANOS
                && bytes < TimeUnit.NANOSECONDS.toSeconds(waitedNanos) * SLOWEST_BYTES_PER_SECOND;
    }
}
