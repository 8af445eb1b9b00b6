package io.tidemark.lock;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Deletes the rows of locks whose time is over. They hold nothing any more; this only tidies. */
@Singleton
public class LockExpiry {

    @Inject
    private LockRepository repository;

    /** Runs every minute. */
    @Schedule(hour = "*", minute = "*", persistent = false)
    public void deleteExpired() {
        repository.deleteExpired();
    }
}
