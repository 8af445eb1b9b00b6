package io.tidemark.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.kernel.sql.Sql;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A transaction never waits for itself; others wait for it. */
@Timeout(value = 15, unit = TimeUnit.SECONDS)
class LocalGateTest {

    /** Two that share a stripe: their hashes differ by a multiple of how many there are. */
    private static final UUID ONE = new UUID(0, 1);

    private static final UUID SAME_STRIPE = new UUID(0, 1 + 1_024);

    private final ThreadLocal<Transaction> current = ThreadLocal.withInitial(Transaction::new);
    private final LocalGate gate = new LocalGate(registry(), new Sql());

    /** What the container keeps for a transaction: here there is one in each thread. */
    private static final class Transaction {
        private final Map<Object, Object> resources = new HashMap<>();
        private final List<Synchronization> synchronizations = new ArrayList<>();
    }

    private TransactionSynchronizationRegistry registry() {
        return (TransactionSynchronizationRegistry) Proxy.newProxyInstance(
                LocalGateTest.class.getClassLoader(),
                new Class<?>[] {TransactionSynchronizationRegistry.class},
                (proxy, method, arguments) -> {
                    Transaction transaction = current.get();
                    return switch (method.getName()) {
                        case "getResource" -> transaction.resources.get(arguments[0]);
                        case "putResource" -> transaction.resources.put(arguments[0], arguments[1]);
                        case "registerInterposedSynchronization" ->
                            transaction.synchronizations.add((Synchronization) arguments[0]);
                        case "hashCode" -> System.identityHashCode(proxy);
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    private void commit() {
        current.get().synchronizations.forEach(ended -> ended.afterCompletion(Status.STATUS_COMMITTED));
        current.remove();
    }

    @Test
    void whatATransactionHasAloneItMayEnterWithOthersToo() {
        gate.enter(Set.of(), Set.of(ONE));
        gate.enter(Set.of(ONE), Set.of());
        gate.enter(Set.of(SAME_STRIPE), Set.of());
        gate.enter(Set.of(), Set.of(SAME_STRIPE));
        commit();

        assertThat(entersFromAnotherThread()).isCompleted();
    }

    @Test
    void whatATransactionSharesItMayWantAlone() {
        gate.enter(Set.of(ONE), Set.of());
        gate.enter(Set.of(), Set.of(ONE));

        CompletableFuture<Void> other = CompletableFuture.runAsync(this::enterAndCommit);
        assertThat(other).isNotDone();
        commit();
        other.join();
    }

    private CompletableFuture<Void> entersFromAnotherThread() {
        CompletableFuture<Void> other = CompletableFuture.runAsync(this::enterAndCommit);
        other.join();
        return other;
    }

    private void enterAndCommit() {
        gate.enter(Set.of(), Set.of(ONE));
        commit();
    }
}
