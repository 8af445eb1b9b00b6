package io.tidemark.lock;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many locks a user has at most: each costs little, but every one keeps others from writing. */
@ApplicationScoped
class LockCeiling {

    @Inject
    private LockRepository repository;

    @Inject
    @ConfigProperty(name = "tidemark.lock.max-per-user", defaultValue = "10000")
    private int max;

    /**
     * Lets a user through who wants some locks more.
     *
     * @throws DavException 507 {@code too-many-locks}
     */
    void check(String principal, int more) {
        if (more > 0 && repository.reaches(Math.max(0, max + 1 - more), principal)) {
            throw DavException.of(507, Conditions.TOO_MANY_LOCKS);
        }
    }
}
