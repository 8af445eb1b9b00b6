package io.tidemark.lock;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** How many locks a user has at most: each costs little, but every one keeps others from writing. */
@ApplicationScoped
class LockCeiling {

    @Inject
    private LockRepository repository;

    @Inject
    @ConfigProperty(name = "tidemark.lock.max-per-user", defaultValue = "10000")
    private int max;

    @Inject
    @ConfigProperty(name = "tidemark.lock.max-shared", defaultValue = "100")
    private int maxShared;

    @Inject
    @ConfigProperty(name = "tidemark.lock.max-owner-chars", defaultValue = "4096")
    private int maxOwner;

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

    /**
     * Lets a lock through that shows at the same places as others: a listing has them all for each member, with the owner as
     * it was sent.
     *
     * @throws DavException 413 for a longer owner, 507 {@code too-many-locks}
     */
    void checkShown(@Nullable String ownerXml, int besides) {
        if (ownerXml != null && ownerXml.length() > maxOwner) {
            throw DavException.of(413, "The owner is longer than " + maxOwner + " characters.");
        }
        if (besides >= maxShared) {
            throw DavException.of(507, Conditions.TOO_MANY_LOCKS);
        }
    }
}
