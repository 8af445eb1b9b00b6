package io.tidemark.lock;

import io.tidemark.kernel.sql.Retry;
import io.tidemark.kernel.sql.Unattended;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.List;
import java.util.UUID;

/** Deletes the rows of locks whose time is over, which hold nothing any more, and closes the revisions that were open for them. */
@Singleton
@Interceptors(Unattended.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LockExpiry {

    private static final int BATCH = 500;

    @Inject
    private LockRepository repository;

    @EJB
    private LockDeletion deletion;

    /** Runs every minute. */
    @Schedule(hour = "*", minute = "*", persistent = false)
    public void deleteExpired() {
        boolean more = true;
        while (more) {
            List<UUID> expired = repository.expired(BATCH);
            Retry.transaction(() -> deletion.delete(expired));
            more = expired.size() == BATCH;
        }
    }
}
