package io.tidemark.lock;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.FilesTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Which locks hold what (RFC 4918, section 6). */
@ApplicationScoped
class Locks {

    @Inject
    private LockRepository repository;

    /** The locks that hold what a URL names: those on it, and those of infinite depth on a collection above. */
    List<ActiveLock> holding(FilesTarget target) {
        ResourceView resource = target.resource();
        return repository.on(target.lineage()).stream()
                .filter(lock -> lock.infinite()
                        || (resource != null && lock.resourceId().equals(resource.id())))
                .toList();
    }

    /** Those of them that keep others from writing. */
    List<ActiveLock> writeLocks(FilesTarget target) {
        return holding(target).stream().filter(ActiveLock::isWriteLock).toList();
    }

    /** The locks that hold the membership of the collection that a URL is in. */
    List<ActiveLock> holdingParent(FilesTarget target) {
        UUID parent = target.parent() == null ? null : target.parent().id();
        return repository.on(target.ancestors()).stream()
                .filter(lock -> lock.infinite() || lock.resourceId().equals(parent))
                .toList();
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
