package io.tidemark.kernel.sql;

import io.tidemark.kernel.figures.Tally;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a transaction again when the database ended it only because another one was in its way: a deadlock, a lock that
 * took too long, two that inserted the same key.
 */
public final class Retry {

    private static final int ATTEMPTS = 8;

    /** SQLSTATEs of deadlock, serialization failure, duplicate key and vanished parent, and H2's own of lock time-outs. */
    private static final Set<String> TRANSIENT = Set.of("40001", "40P01", "23505", "23503", "23506", "HYT00", "90131");

    private Retry() {}

    /** Calls {@code transaction}, which must run in a transaction of its own, until it ends by itself. */
    public static <T> T transaction(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !isTransient(e)) {
                    throw e;
                }
                Tally.TRANSACTIONS_REPEATED.add();
                // A different pause for each, or those that collided collide again.
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000L, 4_000_000L << attempt));
            }
        }
    }

    /** {@link #transaction(Supplier)} for what answers nothing. */
    public static void transaction(Runnable transaction) {
        transaction(() -> {
            transaction.run();
            return true;
        });
    }

    private static boolean isTransient(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Collision) {
                return true;
            }
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && TRANSIENT.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
