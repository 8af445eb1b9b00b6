package io.tidemark.kernel.sql;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps one value of a type as long as the current transaction. A bean of the transaction's scope would be the same, but
 * its injection points are resolved anew in each transaction, which costs as much as a short query.
 */
@ApplicationScoped
public class TransactionMemory {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    /**
     * The value of a type, made when it is first asked for.
     *
     * @throws IllegalStateException outside a transaction
     */
    public <T> T get(Class<T> type, Supplier<T> make) {
        T known = type.cast(transactions.getResource(type));
        if (known != null) {
            return known;
        }
        T made = make.get();
        transactions.putResource(type, made);
        return made;
    }

    /** Whether there is a transaction. */
    public boolean isThere() {
        return transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
    }

    /** The value of a type, if there is a transaction and it has one. */
    public <T> Optional<T> find(Class<T> type) {
        return isThere() ? Optional.ofNullable(type.cast(transactions.getResource(type))) : Optional.empty();
    }

    /** Keeps a value instead of the one of its type that there may be. */
    public <T> void put(Class<T> type, T value) {
        transactions.putResource(type, value);
    }
}
