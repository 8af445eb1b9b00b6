package io.tidemark.lock;

import io.tidemark.kernel.sql.Unattended;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;

/** Deletes the rows of locks whose time is over. They hold nothing any more; this only tidies. */
@Singleton
@Interceptors(Unattended.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LockExpiry {

    @Inject
    private LockRepository repository;

    /** Runs every minute. */
    @Schedule(hour = "*", minute = "*", persistent = false)
    public void deleteExpired() {
        repository.deleteExpired();
    }
}
