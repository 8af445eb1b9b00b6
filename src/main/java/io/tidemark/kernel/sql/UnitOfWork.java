package io.tidemark.kernel.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

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

    /** Whether the transaction has entities: a persistence context that nobody uses is not made only to be looked through. */
    private static final class Entities {

        private boolean there;
    }

    /**
     * The entities of the current transaction.
     *
     * @throws IllegalStateException outside a transaction, where nothing would send what becomes of them
     */
    public EntityManager entities() {
        memory.get(Entities.class, Entities::new).there = true;
        return entityManager;
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
        memory.get(Entities.class, Entities::new).there = false;
    }

    /** Sends what has changed. */
    void send() {
        if (memory.find(Entities.class).filter(entities -> entities.there).isPresent()) {
            entityManager.flush();
        }
    }
}
