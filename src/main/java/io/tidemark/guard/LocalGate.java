package io.tidemark.guard;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.figures.Tally;
import io.tidemark.kernel.sql.Collision;
import io.tidemark.kernel.sql.Sql;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Consumer;

/** The gate on H2, which only this process has open: locks in memory, released when the transaction ends. */
final class LocalGate implements WriteGate {

    private static final int STRIPES = 1024;
    private static final long PATIENCE_SECONDS = 20;

    /** Who has entered already, and enters further, may wait for somebody who waits for him. */
    private static final long FURTHER_PATIENCE_SECONDS = 2;

    // A stamp may be given back by any thread: a transaction that timed out is ended by another than its own.
    private final StampedLock[] stripes = new StampedLock[STRIPES];
    private final TransactionSynchronizationRegistry transactions;
    private final Sql sql;
    private final AtomicInteger waiting = new AtomicInteger();

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
        Held held = held();
        boolean further = held.isInside();
        for (Map.Entry<Integer, Boolean> entry : wanted.entrySet()) {
            held.take(entry.getKey(), entry.getValue(), further);
        }
    }

    private Held held() {
        Held known = (Held) transactions.getResource(this);
        if (known != null) {
            return known;
        }
        Held held = new Held();
        transactions.registerInterposedSynchronization(held);
        transactions.putResource(this, held);
        return held;
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

    @Override
    public int waiting() {
        return waiting.get();
    }

    private static int stripe(UUID id) {
        return Math.floorMod(id.hashCode(), STRIPES);
    }

    /** What a transaction holds: each stripe once, or it would wait for itself where two collections share one. */
    private final class Held implements Synchronization {

        private final Map<Integer, Lock> locks = new HashMap<>();
        private boolean completed;

        private record Lock(long stamp, boolean alone) {}

        synchronized boolean isInside() {
            return !locks.isEmpty();
        }

        synchronized void take(int stripe, boolean alone, boolean further) {
            Lock known = locks.get(stripe);
            if (known != null && (known.alone() || !alone)) {
                return;
            }
            if (known != null) {
                // Two who wait for each other to leave would wait for ever.
                stripes[stripe].unlock(known.stamp());
                locks.remove(stripe);
            }
            long stamp = wait(stripes[stripe], alone, further);
            if (completed) {
                stripes[stripe].unlock(stamp);
            } else {
                locks.put(stripe, new Lock(stamp, alone));
            }
        }

        private long wait(StampedLock lock, boolean alone, boolean further) {
            long patience = further ? FURTHER_PATIENCE_SECONDS : PATIENCE_SECONDS;
            waiting.incrementAndGet();
            try {
                long stamp = alone
                        ? lock.tryWriteLock(patience, TimeUnit.SECONDS)
                        : lock.tryReadLock(patience, TimeUnit.SECONDS);
                if (stamp == 0 && further) {
                    throw new Collision();
                }
                if (stamp == 0) {
                    Tally.GATE_PATIENCE.add();
                    throw DavException.of(503, "Another request holds this part of the namespace.");
                }
                return stamp;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw DavException.of(503, "The server is stopping.");
            } finally {
                waiting.decrementAndGet();
            }
        }

        @Override
        public void beforeCompletion() {
            // What is held protects the commit too.
        }

        @Override
        public synchronized void afterCompletion(int status) {
            completed = true;
            locks.forEach((stripe, lock) -> stripes[stripe].unlock(lock.stamp()));
            locks.clear();
        }
    }
}
