package io.tidemark.guard;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.memory.BoundedMap;
import io.tidemark.target.ConfiguredTrees;
import io.tidemark.target.FilesTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Through which collections writes have led lately. They are most likely the same for the next write at that place, which
 * then enters the {@link WriteGate} before it looks, instead of asking the database once more. Nobody relies on it.
 */
@ApplicationScoped
class PathAncestorCache {

    private static final int MOST = 1_024;

    /** Longer ways are rare, and take more memory. */
    private static final int LONGEST = 20;

    private final Map<Way, Set<UUID>> known = new BoundedMap<>(MOST);

    @Inject
    private ConfiguredTrees trees;

    /** What leads to the members of a collection, in the configuration that a request names. */
    private record Way(Optional<UUID> configuration, DavPath collection) {}

    /** The collections that a path most likely leads through. */
    Optional<Set<UUID>> guess(DavPath path) {
        if (path.isRoot() || !FilesTarget.isAtName(path)) {
            return Optional.empty();
        }
        Way way = wayTo(path);
        synchronized (known) {
            return Optional.ofNullable(known.get(way));
        }
    }

    /** Remembers what a path has led through. */
    void learn(FilesTarget found) {
        if (found.parent() != null && found.ancestors().size() <= LONGEST && FilesTarget.isAtName(found.path())) {
            Way way = wayTo(found.path());
            Set<UUID> through = Set.copyOf(found.ancestors());
            synchronized (known) {
                known.put(way, through);
            }
        }
    }

    private Way wayTo(DavPath path) {
        return new Way(trees.requested(), path.parent());
    }
}
