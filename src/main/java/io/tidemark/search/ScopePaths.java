package io.tidemark.search;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.MemberRepository;
import io.tidemark.namespace.MemberRepository.Mapping;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Visibility;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The paths of collections below another one, found from below, level by level, for many at a time. What leads through a collection
 * that does not show is no path.
 */
final class ScopePaths {

    /** So many paths of one collection are told: names of names multiply. */
    private static final int MOST = 1_000;

    private final MemberRepository members;
    private final Visibility visibility;
    private final UUID scope;
    private final boolean deep;
    private final Map<UUID, List<Mapping>> mappings = new HashMap<>();
    private final Map<UUID, Set<DavPath>> paths = new HashMap<>();

    /**
     * The paths below a collection.
     *
     * @param deep whether others than the collection itself count
     */
    ScopePaths(FilesTarget scope, boolean deep, MemberRepository members, Visibility visibility) {
        this.members = members;
        this.visibility = visibility;
        this.scope = scope.mapped().id();
        this.deep = deep;
        this.paths.put(this.scope, Set.of(scope.path().asCollection(true)));
    }

    /** The paths of some collections; none for one that is elsewhere, or does not show. */
    Map<UUID, Set<DavPath>> of(Collection<UUID> collections) {
        if (deep) {
            learn(collections);
        }
        Map<UUID, Set<DavPath>> found = new HashMap<>();
        collections.forEach(collection -> found.put(collection, path(collection)));
        return found;
    }

    private void learn(Collection<UUID> collections) {
        Set<UUID> level = unknown(collections);
        while (!level.isEmpty()) {
            level.forEach(collection -> mappings.put(collection, List.of()));
            level.removeAll(visibility.hidden(level));
            Map<UUID, List<Mapping>> found = members.mappingsOf(List.copyOf(level));
            Set<UUID> above = new HashSet<>();
            for (UUID collection : level) {
                List<Mapping> names = found.getOrDefault(collection, List.of());
                mappings.put(collection, names);
                names.forEach(name -> above.add(name.collectionId()));
            }
            level = unknown(above);
        }
    }

    private Set<UUID> unknown(Collection<UUID> collections) {
        Set<UUID> unknown = new HashSet<>(collections);
        unknown.removeAll(mappings.keySet());
        unknown.removeAll(paths.keySet());
        return unknown;
    }

    private Set<DavPath> path(UUID collection) {
        Set<DavPath> known = paths.get(collection);
        if (known != null) {
            return known;
        }
        // Nothing leads back to itself; but what is read while it is moved might seem to.
        paths.put(collection, Set.of());
        Set<DavPath> found = new LinkedHashSet<>();
        for (Mapping name : mappings.getOrDefault(collection, new ArrayList<>())) {
            for (DavPath above : path(name.collectionId())) {
                if (found.size() < MOST) {
                    found.add(above.child(name.name(), true));
                }
            }
        }
        paths.put(collection, found);
        return found;
    }
}
