package io.tidemark.kernel.sql;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;

/**
 * What a transaction changes by entities, and has not sent to the database yet. It is sent in one place only: before
 * {@link Sql} runs a statement, so that SQL sees what entities have become, in whatever order code uses the two; and when
 * the transaction commits.
 */
@ApplicationScoped
public class UnitOfWork {

    @PersistenceContext(unitName = "tidemark")
    private EntityManager entityManager;

    @Inject
    private TransactionMemory memory;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    /** What a transaction has: a persistence context that nobody uses is not made only to be looked through. */
    private static final class Entities {

        private final List<Object> added = new ArrayList<>();
        private boolean there;
    }

    private Entities ofTransaction() {
        Entities entities = memory.get(Entities.class, this::begin);
        entities.there = true;
        return entities;
    }

    /** Has what is left sent before the persistence provider's own end of the transaction, which knows nothing of what was added. */
    private Entities begin() {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                send();
            }

            @Override
            public void afterCompletion(int status) {
                // Nothing is left to do.
            }
        });
        entityManager.joinTransaction();
        return new Entities();
    }

    /** The entities of the current transaction. Outside one, they are only read: nothing would send what becomes of them. */
    public EntityManager entities() {
        if (memory.isThere()) {
            persistAdded(ofTransaction());
        }
        return entityManager;
    }

    /**
     * Stores a new entity. It is given to the persistence provider as late as possible: what becomes of it afterwards is
     * an update, and another exchange with the database.
     */
    public void add(Object entity) {
        ofTransaction().added.add(entity);
    }

    /** Locks the row of an entity, and reads it again: whoever had it locked before may have changed it. */
    public void lock(Object entity) {
        send();
        entityManager.refresh(entity, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Lets go of the entities, so that a long copy does not gather in memory, where each statement would look through them. */
    public void forget() {
        send();
        entityManager.clear();
        memory.find(Entities.class).ifPresent(entities -> entities.there = false);
    }

    /** Sends what has changed. */
    void send() {
        memory.find(Entities.class).filter(entities -> entities.there).ifPresent(entities -> {
            persistAdded(entities);
            entityManager.flush();
        });
    }

    private void persistAdded(Entities entities) {
        entities.added.forEach(entityManager::persist);
        entities.added.clear();
    }
}
