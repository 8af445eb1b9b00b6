package io.tidemark.guard;

import io.tidemark.harness.Eventually;
import io.tidemark.kernel.sql.Database;
import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Predicate;

/** Sees who waits at the {@link WriteGate}, so that a test need not guess when somebody does. */
@ApplicationScoped
class AtTheGate {

    /** An advisory lock on a {@code bigint} is listed by its halves. */
    private static final String WAITING = "select count(*) from pg_locks where locktype = 'advisory' and not granted"
            + " and objsubid = 1 and classid::bigint = ? and objid::bigint = ?";

    @Inject
    private Database database;

    @Inject
    private Sql sql;

    /** Waits until somebody stands at the gate of a collection. */
    void await(UUID collection) throws InterruptedException {
        Eventually.become("at the gate", () -> database.isPostgreSql() ? isWaited(collection) : isAnybodyParked());
    }

    private boolean isWaited(UUID collection) {
        long key = collection.getLeastSignificantBits();
        return sql.first(WAITING, row -> row.getLong(1) > 0, key >>> Integer.SIZE, key & 0xFFFF_FFFFL)
                .orElseThrow();
    }

    private static boolean isAnybodyParked() {
        Predicate<StackTraceElement> gate = frame -> frame.getClassName().startsWith(LocalGate.class.getName());
        return Thread.getAllStackTraces().entrySet().stream()
                .anyMatch(thread -> thread.getKey().getState() == Thread.State.TIMED_WAITING
                        && Arrays.stream(thread.getValue()).anyMatch(gate));
    }
}
