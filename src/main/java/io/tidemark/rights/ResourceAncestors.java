package io.tidemark.rights;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.MemberRepository;
import io.tidemark.namespace.MemberRepository.Mapping;
import io.tidemark.namespace.Resource;
import io.tidemark.target.FilesSubtree;
import io.tidemark.target.FilesTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** The ways up from resources, along all their names; from what was deleted, along the last one. */
@ApplicationScoped
class ResourceAncestors {

    /** So many steps are made for one resource: names of names of names multiply. */
    private static final int MAX_STEPS = 1_000;

    private static final Map<UUID, String> ROOTS =
            Map.of(Resource.FILES, FilesSubtree.NAME, Resource.CHECKINSETS, ConfiguredLevels.CHECKINSETS);

    @Inject
    private MemberRepository members;

    @Inject
    private ConfiguredLevels configured;

    @Inject
    private ResourceAncestorRepository repository;

    /**
     * A way that leads from the top to a resource.
     *
     * @param path where it leads along
     * @param levels the collections of the path, outermost first
     */
    record Way(DavPath path, List<Set<UUID>> levels) {}

    /** One search: the collections and the names that it has come along, innermost first. */
    private static final class Climb {

        private final UUID resource;
        private final boolean deleted;
        private final Predicate<Way> accept;
        private final Deque<UUID> collections = new ArrayDeque<>();
        private final Deque<String> names = new ArrayDeque<>();
        private int steps;
        private boolean arrived;

        Climb(UUID resource, boolean deleted, Predicate<Way> accept) {
            this.resource = resource;
            this.deleted = deleted;
            this.accept = accept;
        }

        boolean arrive(List<String> root, List<Set<UUID>> levels) {
            arrived = true;
            List<String> segments = new ArrayList<>(root);
            segments.addAll(path());
            return accept.test(new Way(DavPath.of(segments, true), levels));
        }

        List<Set<UUID>> levels() {
            List<Set<UUID>> levels = new ArrayList<>();
            collections.descendingIterator().forEachRemaining(collection -> levels.add(Set.of(collection)));
            return levels;
        }

        List<String> path() {
            List<String> path = new ArrayList<>(names);
            Collections.reverse(path);
            return path;
        }
    }

    /**
     * Whether the collections above a resource, itself included, satisfy a condition along one of its names. Names at which
     * nothing shows any more, because a collection above has gone, count only for what has no others.
     *
     * @param forgotten what holds for a resource of which nobody knows where it was
     */
    boolean anyLevels(UUID resource, Predicate<List<Set<UUID>>> decide, Predicate<UUID> forgotten) {
        Climb living = new Climb(resource, false, way -> decide.test(way.levels()));
        if (climb(resource, living)) {
            return true;
        }
        if (living.arrived) {
            return false;
        }
        Climb former = new Climb(resource, true, way -> decide.test(way.levels()));
        return climb(resource, former) || (!former.arrived && forgotten.test(resource));
    }

    /** The path along one of a resource's names at which the collections above it, itself included, satisfy a condition. */
    Optional<DavPath> path(UUID resource, Predicate<List<Set<UUID>>> decide) {
        List<DavPath> found = new ArrayList<>();
        climb(resource, new Climb(resource, false, way -> decide.test(way.levels()) && found.add(way.path())));
        return found.stream().findFirst();
    }

    private boolean climb(UUID at, Climb climb) {
        if (climb.collections.contains(at) || climb.steps++ > MAX_STEPS) {
            return false;
        }
        climb.collections.addLast(at);
        boolean found = above(at, climb);
        climb.collections.removeLast();
        return found;
    }

    private boolean above(UUID at, Climb climb) {
        String root = ROOTS.get(at);
        if (root != null) {
            List<Set<UUID>> levels = at.equals(Resource.CHECKINSETS)
                    ? configured.ofCheckinSets(climb.path(), climb.levels())
                    : climb.levels();
            return climb.arrive(List.of(root), levels);
        }
        List<Mapping> mappings = members.mappingsOf(at);
        if (mappings.isEmpty() && members.isConfigurationRoot(at)) {
            return configured
                    .leading(at, climb.path(), climb.resource, climb.deleted)
                    .filter(levels -> climb.arrive(List.of(FilesTarget.CONFIGURATIONS, at.toString()), levels))
                    .isPresent();
        }
        List<Mapping> all = mappings.isEmpty() && climb.deleted ? repository.last(at) : mappings;
        for (Mapping mapping : all) {
            climb.names.addLast(mapping.name());
            boolean found = climb(mapping.collectionId(), climb);
            climb.names.removeLast();
            if (found) {
                return true;
            }
        }
        return false;
    }

    /** Those of some collections that have been made after a change. */
    Set<UUID> madeSince(Set<UUID> collections, long change) {
        return repository.madeSince(collections, change);
    }

    /** Whether a user has created a resource. */
    boolean isOwner(UUID resource, String user) {
        return repository.owner(resource).filter(user::equals).isPresent();
    }

    /**
     * Whether one of some collections is below one of some others.
     *
     * @param across whether the way up goes past the boundaries of reports ({@code T:sync-boundary})
     */
    boolean anyIsBelow(Set<UUID> collections, Set<UUID> others, boolean across) {
        Set<UUID> seen = new HashSet<>(collections);
        List<UUID> frontier = List.copyOf(collections);
        while (!frontier.isEmpty()) {
            Set<UUID> above = repository.above(frontier, across);
            if (!Collections.disjoint(above, others)) {
                return true;
            }
            frontier = above.stream().filter(seen::add).toList();
        }
        return false;
    }

    /** Those of some collections that are below one of some others. */
    Set<UUID> below(Set<UUID> collections, Set<UUID> others) {
        Map<UUID, Set<UUID>> members = new HashMap<>();
        Set<UUID> seen = new HashSet<>(collections);
        List<UUID> frontier = List.copyOf(collections);
        while (!frontier.isEmpty()) {
            List<UUID> next = new ArrayList<>();
            repository.parents(frontier, (member, collection) -> {
                members.computeIfAbsent(collection, above -> new HashSet<>()).add(member);
                if (seen.add(collection)) {
                    next.add(collection);
                }
            });
            frontier = next;
        }
        Set<UUID> below = new HashSet<>();
        Deque<UUID> pending = new ArrayDeque<>(others);
        while (!pending.isEmpty()) {
            members.getOrDefault(pending.removeFirst(), Set.of()).stream()
                    .filter(below::add)
                    .forEach(pending::addLast);
        }
        below.retainAll(collections);
        return below;
    }
}
