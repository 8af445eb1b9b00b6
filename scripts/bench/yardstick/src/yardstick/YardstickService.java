package yardstick;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** One row by its key. */
@Stateless
public class YardstickService {

    @PersistenceContext(unitName = "yardstick")
    private EntityManager entityManager;

    /** The row, read in a transaction, which is what a session bean does unless told. */
    public YardstickRow find(long key) {
        return entityManager.find(YardstickRow.class, key);
    }

    /** The row, read outside a transaction. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public YardstickRow findOutside(long key) {
        return entityManager.find(YardstickRow.class, key);
    }

    /** Inserts a row. */
    public void insert(long key, byte[] body) {
        entityManager.persist(new YardstickRow(key, body));
    }
}
