package io.tidemark.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Eventually;
import io.tidemark.kernel.sql.Sql;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalGateTest {
    private static final UUID ONE = new UUID(0, 5);

    /** In the same stripe as the first. */
    private static final UUID NEIGHBOUR = new UUID(0, 5 + 1024);

    private static final UUID OTHER = new UUID(0, 6);

    private final Transactions transactions = new Transactions();
    private final LocalGate gate = new LocalGate(transactions, new Sql());

    /** It would wait for itself, give up in the end, and be answered 503. */
    @ParameterizedTest
    @CsvSource({"true, false", "false, false", "true, true"})
    void whoHoldsAStripeEntersAgain(boolean first, boolean second) {
        enter(ONE, first);
        enter(ONE, second);
        enter(NEIGHBOUR, second);
        enter(OTHER, true);
        transactions.complete();
        enter(ONE, true);
        transactions.complete();
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true"})
    @Timeout(60)
    void othersWaitUntilTheTransactionEnds(boolean first, boolean second) throws InterruptedException {
        enter(ONE, first);
        enter(NEIGHBOUR, false);
        Thread other = new Thread(() -> {
            enter(ONE, second);
            transactions.complete();
        });
        other.start();
        Eventually.become("waiting", () -> other.getState() == Thread.State.TIMED_WAITING);
        transactions.complete();
        other.join();
    }

    @Test
    @Timeout(60)
    void whoSharesPasses() throws InterruptedException {
        enter(ONE, false);
        List<String> passed = new ArrayList<>();
        Thread other = new Thread(() -> {
            enter(ONE, false);
            passed.add("shared");
            transactions.complete();
        });
        other.start();
        other.join();
        assertThat(passed).containsExactly("shared");
        transactions.complete();
    }

    private void enter(UUID id, boolean alone) {
        gate.enter(alone ? Set.of() : Set.of(id), alone ? Set.of(id) : Set.of());
    }

    /** A transaction for each thread. */
    private static final class Transactions implements TransactionSynchronizationRegistry {
        private final ThreadLocal<Map<Object, Object>> resources = ThreadLocal.withInitial(HashMap::new);
        private final ThreadLocal<List<Synchronization>> synchronizations = ThreadLocal.withInitial(ArrayList::new);

        void complete() {
            synchronizations.get().forEach(one -> one.afterCompletion(Status.STATUS_COMMITTED));
            synchronizations.remove();
            resources.remove();
        }

        @Override
        public Object getTransactionKey() {
            return Thread.currentThread();
        }

        @Override
        public void putResource(Object key, Object value) {
            resources.get().put(key, value);
        }

        @Override
        public Object getResource(Object key) {
            return resources.get().get(key);
        }

        @Override
        public void registerInterposedSynchronization(Synchronization synchronization) {
            synchronizations.get().add(synchronization);
        }

        @Override
        public int getTransactionStatus() {
            return Status.STATUS_ACTIVE;
        }

        @Override
        public void setRollbackOnly() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean getRollbackOnly() {
            return false;
        }
    }
}
