package io.tidemark.lock;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.Timeout;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The locks that come with a checkout (protocol, section 4.7). All of them are locks on the working resource, where they
 * are seen, refreshed and ended; what they hold besides others cannot check out or in. The caller's transaction has the
 * row of the resource that is checked out or in, so that of two who want the same lock one sees the other's.
 */
@ApplicationScoped
public class CheckoutLocks {

    @Inject
    private LockRepository repository;

    @Inject
    private LockCeiling ceiling;

    @Inject
    private LockTimes times;

    @Inject
    private Principal caller;

    /**
     * A lock that a checkout asks for.
     *
     * @param held what it is to keep other checkouts from; null for a write lock on the working resource
     */
    public record Wanted(boolean exclusive, @Nullable Reservation held) {

        private boolean conflictsWith(ActiveLock lock) {
            return held != null && lock.held() != null && lock.held().overlaps(held) && (exclusive || lock.exclusive());
        }
    }

    /**
     * Lets a checkout of a revision through, with the locks that it asks for.
     *
     * @throws DavException 423 {@code no-conflicting-lock} or {@code lock-token-submitted}
     */
    public void checkCheckout(Reservation revision, List<Wanted> wanted, List<String> submittedTokens) {
        List<ActiveLock> locks = repository.reserving(revision.resource());
        List<ActiveLock> conflicting = locks.stream()
                .filter(lock -> wanted.stream().anyMatch(wish -> wish.conflictsWith(lock)))
                .toList();
        if (!conflicting.isEmpty()) {
            throw DavException.of(423, Conditions.NO_CONFLICTING_LOCK.at(roots(conflicting)));
        }
        // Whoever shares a lock is as good as those who have it.
        Collection<Reservation> shared = wanted.stream()
                .filter(wish -> !wish.exclusive())
                .map(Wanted::held)
                .collect(Collectors.toCollection(ArrayList::new));
        requireOne(
                revision,
                locks,
                lock -> shared.contains(lock.held()) || lock.isSubmitted(submittedTokens, caller.getName()));
    }

    /**
     * Lets a checkin of what was checked out from a revision through; the working resource's own locks let it pass.
     *
     * @throws DavException 423 {@code lock-token-submitted}
     */
    public void checkCheckin(Reservation revision, UUID working, List<String> submittedTokens) {
        requireOne(
                revision,
                repository.reserving(revision.resource()),
                lock -> lock.resourceId().equals(working) || lock.isSubmitted(submittedTokens, caller.getName()));
    }

    /**
     * Takes locks that {@link #checkCheckout} has let through; they last as long as others do.
     *
     * @throws DavException 413 for too long an owner, 507 {@code too-many-locks}
     */
    public List<ActiveLock> grant(
            UUID working, String root, List<Wanted> wanted, @Nullable String ownerXml, Optional<Timeout> timeout) {
        ceiling.checkShown(ownerXml, 0);
        ceiling.check(caller.getName(), wanted.size());
        long seconds = times.seconds(timeout);
        Instant now = LockTimes.now();
        List<ActiveLock> granted = wanted.stream()
                .map(wish -> new ActiveLock(
                        UUID.randomUUID(),
                        working,
                        root,
                        wish.exclusive(),
                        false,
                        ownerXml,
                        caller.getName(),
                        seconds,
                        now,
                        now.plusSeconds(seconds),
                        wish.held()))
                .toList();
        granted.forEach(lock -> repository.persist(lock, List.of()));
        return granted;
    }

    /** Lets the locks of a working resource that hold a revision hold its next one: the working resource is based on it. */
    public void follow(UUID working, int revision) {
        repository.moveReservation(working, revision);
    }

    /** Ends all locks of a working resource. */
    public void release(UUID working) {
        repository.deleteOn(working);
    }

    /** Of the shared locks on one thing, one is enough. */
    private static void requireOne(Reservation revision, List<ActiveLock> locks, Pass pass) {
        Map<Optional<Reservation>, List<ActiveLock>> byThing = locks.stream()
                .filter(lock -> lock.held() != null && lock.held().overlaps(revision))
                .collect(Collectors.groupingBy(lock -> Optional.ofNullable(lock.held())));
        List<ActiveLock> blocking = byThing.values().stream()
                .filter(holding -> holding.stream().noneMatch(pass::lets))
                .flatMap(List::stream)
                .toList();
        if (!blocking.isEmpty()) {
            throw DavException.of(423, Conditions.LOCK_TOKEN_SUBMITTED.at(roots(blocking)));
        }
    }

    /** Whether a lock lets a request through, and with it all locks on the same thing. */
    private interface Pass {

        boolean lets(ActiveLock lock);
    }

    private static List<String> roots(List<ActiveLock> locks) {
        return locks.stream().map(ActiveLock::root).distinct().toList();
    }
}
