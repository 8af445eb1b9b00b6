package io.tidemark.lock;

import io.tidemark.guard.Effect;
import io.tidemark.guard.Protection;
import io.tidemark.guard.Removed;
import io.tidemark.guard.Succeeded;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.error.DavException.MemberFailure;
import io.tidemark.namespace.AutoVersion;
import io.tidemark.namespace.Parent;
import io.tidemark.target.FilesTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps writes from what is locked unless they submit the lock's token (RFC 4918, section 7). */
@ApplicationScoped
public class LockProtection implements Protection {

    @Inject
    private Locks locks;

    @Inject
    private LockRepository repository;

    @Inject
    private Principal caller;

    @Override
    public void check(FilesTarget target, Effect effect, List<String> submittedTokens) {
        switch (effect) {
            case MODIFY, ADMINISTER -> require(locks.writeLocks(target), submittedTokens);
            case MEMBERSHIP -> {
                List<ActiveLock> holding = locks.holdingParent(target);
                require(holding, submittedTokens);
                requireLock(target.parent(), holding);
            }
            case REMOVE -> requireAll(target, submittedTokens);
            case RESERVE -> {
                // A lock keeps others from writing; what else they hold is weighed where it is asked for.
            }
        }
    }

    @Override
    public List<UUID> holds(FilesTarget target, List<String> submittedTokens) {
        return submitted(locks.writeLocks(target), submittedTokens);
    }

    @Override
    public List<UUID> holdsParent(FilesTarget target, List<String> submittedTokens) {
        return submitted(locks.holdingParent(target), submittedTokens);
    }

    private List<UUID> submitted(List<ActiveLock> holding, List<String> tokens) {
        String who = caller.getName();
        return holding.stream()
                .filter(lock -> lock.isSubmitted(tokens, who))
                .map(ActiveLock::token)
                .toList();
    }

    @Override
    public boolean isHeldByOthers(FilesTarget target) {
        String who = caller.getName();
        return Stream.concat(locks.holding(target).stream(), locks.holdingParent(target).stream())
                .anyMatch(lock -> !lock.principal().equals(who));
    }

    /** Where the same URL goes on with another resource, so do its locks. */
    void handOver(@Observes Succeeded succeeded) {
        repository.handOver(
                locks.rootedWithin(succeeded.target()).stream()
                        .map(ActiveLock::token)
                        .toList(),
                succeeded.successor());
    }

    /** A lock ends with the URL at which it was taken; it does not move along (RFC 4918, section 7.5). */
    void end(@Observes Removed removed) {
        repository.delete(locks.rootedWithin(removed.target()).stream()
                .map(ActiveLock::token)
                .toList());
    }

    /** There are collections to which members are added, and from which they are taken, under a lock alone. */
    private static void requireLock(@Nullable Parent collection, List<ActiveLock> holding) {
        if (collection != null && collection.versioning().mode() == AutoVersion.LOCKED_ONLY && holding.isEmpty()) {
            throw DavException.of(409, Conditions.CANNOT_MODIFY_VERSION_CONTROLLED_CONTENT);
        }
    }

    /** Of shared locks on one thing, one is enough. */
    private void require(List<ActiveLock> holding, List<String> tokens) {
        if (!holding.isEmpty() && !isOneSubmitted(holding, tokens)) {
            throw DavException.of(423, Conditions.LOCK_TOKEN_SUBMITTED.at(roots(holding)));
        }
    }

    private void requireAll(FilesTarget target, List<String> tokens) {
        Map<UUID, List<ActiveLock>> byResource =
                locks.rootedWithin(target).stream().collect(Collectors.groupingBy(ActiveLock::resourceId));
        List<ActiveLock> own = byResource.remove(target.mapped().id());
        if (own != null) {
            require(own, tokens);
        }
        List<MemberFailure> failures = byResource.values().stream()
                .filter(holding -> !isOneSubmitted(holding, tokens))
                .map(holding -> new MemberFailure(
                        roots(holding).get(0), 423, Conditions.LOCK_TOKEN_SUBMITTED.at(roots(holding))))
                .sorted(Comparator.comparing(MemberFailure::href))
                .toList();
        if (!failures.isEmpty()) {
            throw DavException.multistatus(failures);
        }
    }

    private boolean isOneSubmitted(List<ActiveLock> holding, List<String> tokens) {
        String who = caller.getName();
        return holding.stream().anyMatch(lock -> lock.isSubmitted(tokens, who));
    }

    private List<String> roots(List<ActiveLock> holding) {
        return locks.shown(holding).stream().map(ActiveLock::root).distinct().toList();
    }
}
