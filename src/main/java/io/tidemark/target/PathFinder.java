package io.tidemark.target;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.MemberRepository;
import io.tidemark.namespace.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds the way up: at which path a resource can be reached. */
@ApplicationScoped
public class PathFinder {

    private static final Map<UUID, String> ROOTS =
            Map.of(Resource.FILES, FilesSubtree.NAME, Resource.CHECKINSETS, "checkinsets");

    @Inject
    private MemberRepository members;

    /** A path at which a collection can be reached; empty when no name leads to it any more. */
    public Optional<DavPath> pathOf(UUID collection) {
        return names(collection, new HashSet<>()).map(names -> DavPath.of(names, true));
    }

    /**
     * Those of some resources that a name in the users' namespace leads to; the others are deleted (protocol, section 4.5).
     * What configurations and checkin sets still have does not count. It is found level by level, for all of them at once.
     */
    public Set<UUID> inFiles(Collection<UUID> resources) {
        Map<UUID, Set<UUID>> below = new HashMap<>();
        Set<UUID> seen = new HashSet<>(resources);
        List<UUID> level = List.copyOf(seen);
        while (!level.isEmpty()) {
            List<UUID> above = new ArrayList<>();
            members.mappingsOf(level)
                    .forEach((resource, mappings) -> mappings.forEach(mapping -> {
                        below.computeIfAbsent(mapping.collectionId(), id -> new HashSet<>())
                                .add(resource);
                        if (seen.add(mapping.collectionId())) {
                            above.add(mapping.collectionId());
                        }
                    }));
            level = above;
        }
        Set<UUID> reached = new HashSet<>(Set.of(Resource.FILES));
        Deque<UUID> pending = new ArrayDeque<>(reached);
        while (!pending.isEmpty()) {
            for (UUID resource : below.getOrDefault(pending.pop(), Set.of())) {
                if (reached.add(resource)) {
                    pending.push(resource);
                }
            }
        }
        reached.retainAll(Set.copyOf(resources));
        return reached;
    }

    /** Whether a name in the users' namespace leads to a resource; see {@link #inFiles(Collection)}. */
    public boolean isInFiles(UUID resource) {
        return !inFiles(Set.of(resource)).isEmpty();
    }

    /** Whether a name that can be reached leads to a resource, be it in a configuration. */
    public boolean isMapped(UUID resource) {
        return members.mappingsOf(resource).stream()
                .anyMatch(mapping -> pathOf(mapping.collectionId()).isPresent());
    }

    /** Whether a collection is {@code other} or somewhere below it. */
    public boolean isWithin(UUID collection, UUID other) {
        return isWithin(collection, other, new HashSet<>());
    }

    /**
     * Names that lead from collections down to a resource, each way from the first below them; of several ways, some.
     *
     * @param limit how many ways at most
     */
    public List<List<String>> waysFrom(Set<UUID> collections, UUID resource, int limit) {
        List<List<String>> found = new ArrayList<>();
        ways(collections, resource, new ArrayDeque<>(), new HashSet<>(), limit, found);
        return found;
    }

    private void ways(
            Set<UUID> collections,
            UUID at,
            Deque<String> below,
            Set<UUID> passed,
            int limit,
            List<List<String>> found) {
        for (MemberRepository.Mapping mapping : members.mappingsOf(at)) {
            below.push(mapping.name());
            if (found.size() < limit && collections.contains(mapping.collectionId())) {
                found.add(List.copyOf(below));
            } else if (found.size() < limit && passed.add(mapping.collectionId())) {
                ways(collections, mapping.collectionId(), below, passed, limit, found);
            }
            below.pop();
        }
    }

    private Optional<List<String>> names(UUID collection, Set<UUID> seen) {
        String root = ROOTS.get(collection);
        if (root != null) {
            return Optional.of(new ArrayList<>(List.of(root)));
        }
        if (seen.add(collection)) {
            List<MemberRepository.Mapping> mappings = members.mappingsOf(collection);
            if (mappings.isEmpty() && members.isConfigurationRoot(collection)) {
                return Optional.of(new ArrayList<>(List.of(FilesTarget.CONFIGURATIONS, collection.toString())));
            }
            for (MemberRepository.Mapping mapping : mappings) {
                Optional<List<String>> above = names(mapping.collectionId(), seen);
                if (above.isPresent()) {
                    above.get().add(mapping.name());
                    return above;
                }
            }
        }
        return Optional.empty();
    }

    private boolean isWithin(UUID collection, UUID other, Set<UUID> seen) {
        if (collection.equals(other)) {
            return true;
        }
        return seen.add(collection)
                && members.mappingsOf(collection).stream()
                        .anyMatch(mapping -> isWithin(mapping.collectionId(), other, seen));
    }
}
