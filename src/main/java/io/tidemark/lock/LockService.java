package io.tidemark.lock;

import io.tidemark.access.Roles;
import io.tidemark.content.StagedBody;
import io.tidemark.guard.Admission;
import io.tidemark.guard.Effect;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Write;
import io.tidemark.guard.WriteIntent;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.error.DavException.MemberFailure;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.Timeout;
import io.tidemark.kernel.sql.Collision;
import io.tidemark.namespace.Body;
import io.tidemark.namespace.NewFiles;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.SittingRepository;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Targets;
import io.tidemark.target.Visibility;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes, refreshes and ends locks, each in one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LockService {

    @Inject
    private Admission admission;

    @Inject
    private Targets targets;

    @Inject
    private Locks locks;

    @Inject
    private LockRepository repository;

    @Inject
    private Visibility visibility;

    @Inject
    private LockCeiling ceiling;

    @Inject
    private NewFiles files;

    @Inject
    private SittingRepository sittings;

    @Inject
    private Caller caller;

    @Inject
    private LockTimes times;

    /** A lock that was granted, and whether its resource was made for it. */
    public record Granted(ActiveLock lock, boolean created) {}

    /**
     * Takes a lock. Where nothing is mapped, an empty file is made and locked (RFC 4918, section 7.3).
     *
     * @throws DavException 423 {@code no-conflicting-lock}; 207 when the conflict is below the collection; 413 for too
     *     long an owner; 507 {@code too-many-locks}
     */
    @Write
    public Granted lock(DavPath path, Preconditions preconditions, LockRequest wanted, StagedBody empty) {
        ResourceView found = targets.of(path).resource();
        // Writers that have passed the check for locks must have committed before this one counts as granted.
        Set<UUID> exclusive = found == null ? Set.of() : Set.of(found.id());
        WriteIntent intent = new WriteIntent(path, target -> target.isMapped() ? Set.of() : Set.of(Effect.MEMBERSHIP));
        FilesTarget target = admit(preconditions, exclusive, intent);
        admission.protect(target, Effect.RESERVE, preconditions.submittedTokens());
        ResourceView resource = target.resource();
        if ((found == null) != (resource == null)) {
            throw new Collision();
        }
        checkConflicts(target, wanted);
        ceiling.checkShown(wanted.ownerXml(), locks.writeLocks(target).size());
        ceiling.check(caller.name(), 1);
        UUID locked = resource == null ? createEmpty(target, empty) : resource.id();
        long seconds = times.seconds(wanted.timeout());
        Instant now = LockTimes.now();
        ActiveLock lock = new ActiveLock(
                UUID.randomUUID(),
                locked,
                target.href(),
                wanted.exclusive(),
                wanted.infinite() && target.isCollection(),
                wanted.ownerXml(),
                caller.name(),
                seconds,
                now,
                now.plusSeconds(seconds),
                null);
        repository.persist(lock, target.ancestors());
        if (resource == null && target.existingParent().versioning().mode().joinsWrites()) {
            sittings.openFirst(locked, lock.token());
        }
        if (lock.infinite()) {
            repository.bound(lock.token(), visibility.hiddenBelow(target));
        }
        return new Granted(lock, resource == null);
    }

    /**
     * Gives a lock more time.
     *
     * @throws DavException 400 when no lock is named, 412 when it does not hold here, 403 when it is somebody else's
     */
    @Write
    public List<ActiveLock> refresh(DavPath path, Preconditions preconditions, Optional<Timeout> timeout) {
        List<String> tokens = preconditions.submittedTokens();
        if (tokens.isEmpty()) {
            throw DavException.badRequest("LOCK without a body needs the token of the lock in the If header.");
        }
        FilesTarget target = admit(preconditions, Set.of(), WriteIntent.read(path));
        target.mapped();
        List<ActiveLock> named = locks.holding(target).stream()
                .filter(lock -> tokens.contains(lock.tokenUri()))
                .toList();
        if (named.isEmpty()) {
            throw DavException.of(412, Conditions.LOCK_TOKEN_MATCHES_REQUEST_URI);
        }
        List<ActiveLock> refreshed = new ArrayList<>();
        for (ActiveLock lock : named) {
            requireOwner(lock);
            repository.refresh(lock.token(), times.seconds(timeout), LockTimes.now());
            repository.find(lock.token()).ifPresent(refreshed::add);
        }
        return refreshed;
    }

    /**
     * Ends a lock.
     *
     * @throws DavException 409 when the token is not that of a lock here, 403 when it is somebody else's
     */
    @Write
    public void unlock(DavPath path, Preconditions preconditions, String token) {
        FilesTarget target = admit(preconditions, Set.of(), WriteIntent.read(path));
        target.mapped();
        ActiveLock lock = locks.holding(target).stream()
                .filter(held -> held.tokenUri().equals(token))
                .findFirst()
                .orElseThrow(() -> DavException.of(409, Conditions.LOCK_TOKEN_MATCHES_REQUEST_URI));
        if (!caller.isIn(Roles.ADMIN)) {
            requireOwner(lock);
        }
        repository.delete(List.of(lock.token()));
    }

    /** Locks are for what can be written by its URL alone. */
    private FilesTarget admit(Preconditions preconditions, Set<UUID> exclusive, WriteIntent intent) {
        FilesTarget target = admission
                .admit(preconditions, exclusive, List.of(intent.wherever()))
                .get(0);
        if (!LockEndpoint.isLockable(target)) {
            throw DavException.methodNotAllowed();
        }
        return target;
    }

    private void checkConflicts(FilesTarget target, LockRequest wanted) {
        List<String> conflicting = locks.shown(locks.writeLocks(target)).stream()
                .filter(lock -> lock.exclusive() || wanted.exclusive())
                .map(ActiveLock::root)
                .distinct()
                .toList();
        if (!conflicting.isEmpty()) {
            throw DavException.of(423, Conditions.NO_CONFLICTING_LOCK.at(conflicting));
        }
        if (!target.isCollection() || !wanted.infinite()) {
            return;
        }
        List<MemberFailure> below = new ArrayList<>();
        locks.below(target.mapped().id()).stream()
                .filter(lock -> lock.exclusive() || wanted.exclusive())
                .forEach(lock -> below.add(
                        new MemberFailure(lock.root(), 423, Conditions.NO_CONFLICTING_LOCK.at(List.of(lock.root())))));
        if (!below.isEmpty()) {
            below.sort(Comparator.comparing(MemberFailure::href));
            below.add(new MemberFailure(target.href(), 424, null));
            throw DavException.multistatus(below);
        }
    }

    private UUID createEmpty(FilesTarget target, StagedBody empty) {
        Body body = new Body(
                empty.hash(), empty.arrivedAt(), empty.length(), "application/octet-stream", null, Optional.empty());
        return files.add(target.existingParent(), target.path().name(), target.memberId(), body, empty);
    }

    private void requireOwner(ActiveLock lock) {
        if (!lock.principal().equals(caller.name())) {
            throw DavException.of(403, "The lock is somebody else's.");
        }
    }
}
