package io.tidemark.lock;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Targets;
import io.tidemark.target.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which locks hold what (RFC 4918, section 6). */
@ApplicationScoped
class Locks {

    @Inject
    private LockRepository repository;

    @Inject
    private Targets targets;

    @Inject
    private Visibility visibility;

    /** The locks that hold what a URL names: those on it, and those of infinite depth on a collection above. */
    List<ActiveLock> holding(FilesTarget target) {
        ResourceView resource = target.resource();
        return reaching(
                target.lineage(),
                repository.on(target.lineage()).stream()
                        .filter(lock -> lock.infinite()
                                || (resource != null && lock.resourceId().equals(resource.id())))
                        .toList());
    }

    /** Those of the locks on a way that are not at an end before the way is. */
    private List<ActiveLock> reaching(List<UUID> way, List<ActiveLock> locks) {
        Set<UUID> above = locks.stream()
                .filter(lock -> lock.infinite() && !lock.resourceId().equals(way.get(way.size() - 1)))
                .map(ActiveLock::token)
                .collect(Collectors.toSet());
        Map<UUID, Set<UUID>> bounds = above.isEmpty() ? Map.of() : repository.bounds(above);
        return locks.stream()
                .filter(lock -> Collections.disjoint(bounds.getOrDefault(lock.token(), Set.of()), way))
                .toList();
    }

    /**
     * Locks as the caller may know them. A lock that was taken at a URL which does not show to the caller is at another one of the
     * same resource.
     */
    List<ActiveLock> shown(List<ActiveLock> locks) {
        return locks.isEmpty() || !visibility.isRestricted()
                ? locks
                : locks.stream().map(this::shown).toList();
    }

    private ActiveLock shown(ActiveLock lock) {
        DavPath root = DavPath.parse(lock.root());
        return !FilesTarget.isAtName(root) || !targets.isHidden(root)
                ? lock
                : visibility
                        .path(lock.resourceId())
                        .map(path -> lock.at(path.asCollection(root.slash()).href()))
                        .orElse(lock);
    }

    /** Those of the locks below a collection that the caller may know of. */
    List<ActiveLock> below(UUID collection) {
        List<ActiveLock> below = repository.below(collection);
        return below.isEmpty() || !visibility.isRestricted()
                ? below
                : below.stream()
                        .filter(lock -> visibility.shows(lock.resourceId()))
                        .map(this::shown)
                        .toList();
    }

    /** Those of them that keep others from writing. */
    List<ActiveLock> writeLocks(FilesTarget target) {
        return holding(target).stream().filter(ActiveLock::isWriteLock).toList();
    }

    /** The locks that hold the membership of the collection that a URL is in. */
    List<ActiveLock> holdingParent(FilesTarget target) {
        UUID parent = target.parent() == null ? null : target.parent().id();
        return reaching(
                target.ancestors(),
                repository.on(target.ancestors()).stream()
                        .filter(lock -> lock.infinite() || lock.resourceId().equals(parent))
                        .toList());
    }

    /** The locks that were taken at a URL or below it. */
    List<ActiveLock> rootedWithin(FilesTarget target) {
        ResourceView resource = target.resource();
        if (resource == null) {
            return List.of();
        }
        DavPath path = target.path();
        List<ActiveLock> on = repository.on(List.of(resource.id()));
        List<ActiveLock> below = resource.collection() ? repository.below(resource.id()) : List.of();
        return Stream.concat(on.stream(), below.stream())
                .filter(lock -> lock.isRootedWithin(path))
                .toList();
    }
}
