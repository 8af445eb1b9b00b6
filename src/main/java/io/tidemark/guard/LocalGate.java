package io.tidemark.guard;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.sql.Sql;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Consumer;

/** The gate on H2, which only this process has open: locks in memory, released when the transaction ends. */
final class LocalGate implements WriteGate {

    private static final int STRIPES = 1024;
    private static final long PATIENCE_SECONDS = 20;

    // A stamp may be given back by any thread: a transaction that timed out is ended by another than its own.
    private final StampedLock[] stripes = new StampedLock[STRIPES];
    private final TransactionSynchronizationRegistry transactions;
    private final Sql sql;

    LocalGate(TransactionSynchronizationRegistry transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
        Arrays.setAll(stripes, i -> new StampedLock());
    }

    @Override
    public void enter(Set<UUID> shared, Set<UUID> exclusive) {
        TreeMap<Integer, Boolean> wanted = new TreeMap<>();
        shared.forEach(id -> wanted.put(stripe(id), false));
        exclusive.forEach(id -> wanted.put(stripe(id), true));
        Held held = new Held();
        transactions.registerInterposedSynchronization(held);
        for (Map.Entry<Integer, Boolean> entry : wanted.entrySet()) {
            held.take(stripes[entry.getKey()], entry.getValue());
        }
    }

    @Override
    public <T> T enter(Set<UUID> shared, Set<UUID> exclusive, Sql.Query<T> question) {
        enter(shared, exclusive);
        return sql.first(question).orElseThrow();
    }

    @Override
    public <T> void expect(Set<UUID> shared, Sql.Query<T> question, Consumer<T> answer) {
        // There is no exchange to spare.
    }

    private static int stripe(UUID id) {
        return Math.floorMod(id.hashCode(), STRIPES);
    }

    /** What a transaction holds. */
    private static final class Held implements Synchronization {

        private final Deque<Runnable> releases = new ArrayDeque<>();
        private boolean completed;

        synchronized void take(StampedLock lock, boolean alone) {
            try {
                long stamp = alone
                        ? lock.tryWriteLock(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        : lock.tryReadLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (stamp == 0) {
                    throw DavException.of(503, "Another request holds this part of the namespace.");
                }
                if (completed) {
                    lock.unlock(stamp);
                } else {
                    releases.push(() -> lock.unlock(stamp));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw DavException.of(503, "The server is stopping.");
            }
        }

        @Override
        public void beforeCompletion() {
            // What is held protects the commit too.
        }

        @Override
        public synchronized void afterCompletion(int status) {
            completed = true;
            while (!releases.isEmpty()) {
                releases.pop().run();
            }
        }
    }
}
