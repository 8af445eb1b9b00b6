package io.tidemark.signon;

import io.tidemark.kernel.memory.BoundedMap;
import java.time.Duration;
import java.util.Map;

/**
 * Counts failures per key, and makes the next attempt wait once there were too many: a second, then two, four and so on. A
 * key is forgotten when it has not failed for the longest wait, and when there are too many others.
 */
final class Backoff {

    private static final int MOST_KEYS = 10_000;
    private static final int MOST_DOUBLINGS = 30;

    private final Map<String, Failures> failures = new BoundedMap<>(MOST_KEYS);
    private final int free;
    private final Duration longest;

    private static final class Failures {
        private int count;
        private long lastNanos;
        private long notBeforeNanos;
    }

    /**
     * A counter.
     *
     * @param free how many failures cost nothing
     * @param longest the longest wait
     */
    Backoff(int free, Duration longest) {
        this.free = free;
        this.longest = longest;
    }

    /**
     * Begins an attempt, or says how long to wait before the next. While one is going on after too many failures, others
     * wait as if it had failed.
     *
     * @param nowNanos the time, from {@link System#nanoTime}
     */
    synchronized Duration enter(String key, long nowNanos) {
        Failures known = failures.get(key);
        if (known == null || known.count < free) {
            return Duration.ZERO;
        }
        if (nowNanos - known.lastNanos > 2 * longest.toNanos()) {
            failures.remove(key);
            return Duration.ZERO;
        }
        long left = known.notBeforeNanos - nowNanos;
        if (left > 0) {
            return Duration.ofNanos(left);
        }
        known.notBeforeNanos = nowNanos + wait(known.count);
        return Duration.ZERO;
    }

    /** Records that an attempt failed. */
    synchronized void failed(String key, long nowNanos) {
        Failures known = failures.computeIfAbsent(key, unknown -> new Failures());
        known.count++;
        known.lastNanos = nowNanos;
        known.notBeforeNanos = nowNanos + wait(known.count);
    }

    /** Forgets a key's failures. */
    synchronized void forget(String key) {
        failures.remove(key);
    }

    private long wait(int count) {
        if (count < free) {
            return 0;
        }
        long nanos =
                Duration.ofSeconds(1L << Math.min(count - free, MOST_DOUBLINGS)).toNanos();
        return Math.min(nanos, longest.toNanos());
    }
}
