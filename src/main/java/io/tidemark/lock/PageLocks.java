package io.tidemark.lock;

import io.tidemark.namespace.ResourceView;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The locks that a page of targets can be held by. Mostly there are fewer locks than a page has members: then one read of
 * them all serves it.
 */
final class PageLocks {

    private static final int FEW = 500;

    private final Map<UUID, List<ActiveLock>> byResource = new HashMap<>();

    private final Map<UUID, Set<UUID>> bounds;

    private PageLocks(Collection<ActiveLock> locks, LockRepository repository) {
        List<UUID> infinite = locks.stream()
                .filter(ActiveLock::infinite)
                .map(ActiveLock::token)
                .toList();
        bounds = infinite.isEmpty() ? Map.of() : repository.bounds(infinite);
        locks.forEach(lock -> byResource
                .computeIfAbsent(lock.resourceId(), id -> new ArrayList<>())
                .add(lock));
    }

    static PageLocks read(List<Target> page, LockRepository repository) {
        List<ActiveLock> few = repository.all(FEW + 1);
        if (few.size() <= FEW) {
            return new PageLocks(few, repository);
        }
        Set<UUID> resources = new LinkedHashSet<>();
        page.forEach(target -> resources.addAll(target.lineage()));
        List<UUID> ids = new ArrayList<>(resources);
        List<ActiveLock> locks = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += FEW) {
            locks.addAll(repository.on(ids.subList(from, Math.min(from + FEW, ids.size()))));
        }
        return new PageLocks(locks, repository);
    }

    /** The locks that hold a target of the page. */
    List<ActiveLock> holding(FilesTarget target) {
        if (byResource.isEmpty()) {
            return List.of();
        }
        List<ActiveLock> holding = new ArrayList<>();
        for (UUID ancestor : target.ancestors()) {
            byResource.getOrDefault(ancestor, List.of()).stream()
                    .filter(ActiveLock::infinite)
                    .filter(lock -> Collections.disjoint(bounds.getOrDefault(lock.token(), Set.of()), target.lineage()))
                    .forEach(holding::add);
        }
        ResourceView resource = target.resource();
        if (resource != null) {
            holding.addAll(byResource.getOrDefault(resource.id(), List.of()));
        }
        return holding;
    }
}
