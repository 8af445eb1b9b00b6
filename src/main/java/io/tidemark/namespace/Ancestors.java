package io.tidemark.namespace;

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
import java.util.function.Predicate;

/**
 * The ways up from resources, along all of their names. It answers three questions: which ways lead to a resource, which of
 * some resources are below a collection, and in which tree a collection is. Names in checkin sets, which only keep a
 * revision, lead nowhere.
 */
@ApplicationScoped
public class Ancestors {

    /** So many steps are made for one resource: names of names of names multiply. */
    private static final int MOST_STEPS = 1_000;

    private static final Set<UUID> ROOTS = Set.of(Resource.FILES, Resource.CHECKINSETS);

    @Inject
    private MemberRepository members;

    @Inject
    private AncestorRepository repository;

    /**
     * A way that leads down to a resource.
     *
     * @param collections what it leads through, outermost first, the resource itself last
     * @param names the names below the outermost, one less than the collections
     */
    public record Way(List<UUID> collections, List<String> names) {

        /** The collection that it begins at. */
        public UUID top() {
            return collections.get(0);
        }
    }

    /** One search up to some collections, or to roots: the collections and the names that it has come along, outermost first. */
    private static final class Climb {

        private final Set<UUID> from;
        private final boolean former;
        private final Predicate<Way> accept;
        private final Deque<UUID> collections = new ArrayDeque<>();
        private final Deque<String> names = new ArrayDeque<>();
        private int steps;

        Climb(Set<UUID> from, boolean former, Predicate<Way> accept) {
            this.from = from;
            this.former = former;
            this.accept = accept;
        }
    }

    /** A way from the root of a tree to a resource; empty when no name leads to it any more. */
    public Optional<Way> way(UUID resource) {
        return way(resource, false);
    }

    private Optional<Way> way(UUID resource, boolean former) {
        List<Way> found = new ArrayList<>();
        anyWay(resource, former, found::add);
        return found.stream().findFirst();
    }

    /**
     * Goes up from a resource to the roots of trees, along one way after the other, until a way is accepted; says whether one
     * was.
     *
     * @param former whether what has no name is looked for at the last name that it had
     */
    public boolean anyWay(UUID resource, boolean former, Predicate<Way> accept) {
        return climb(resource, new Climb(ROOTS, former, accept));
    }

    /** Ways from any of some collections down to a resource, {@code limit} at most. */
    public List<Way> waysFrom(Set<UUID> collections, UUID resource, int limit) {
        List<Way> found = new ArrayList<>();
        climb(resource, new Climb(collections, false, way -> found.add(way) && found.size() == limit));
        return found;
    }

    /** The root of the tree that a collection is in, or was in at last; empty when that is no configuration's any more. */
    public Optional<UUID> rootOf(UUID collection) {
        return way(collection, true).map(Way::top).filter(members::isConfigurationRoot);
    }

    private boolean climb(UUID at, Climb climb) {
        if (climb.collections.contains(at) || climb.steps++ > MOST_STEPS) {
            return false;
        }
        climb.collections.push(at);
        boolean accepted = above(at, climb);
        climb.collections.pop();
        return accepted;
    }

    private boolean above(UUID at, Climb climb) {
        if (climb.from.contains(at)) {
            return arrive(climb);
        }
        List<MemberRepository.Mapping> mappings = members.mappingsOf(at);
        if (mappings.isEmpty() && climb.from.equals(ROOTS) && members.isConfigurationRoot(at)) {
            return arrive(climb);
        }
        List<MemberRepository.Mapping> all = mappings.isEmpty() && climb.former ? repository.last(at) : mappings;
        for (MemberRepository.Mapping mapping : all) {
            climb.names.push(mapping.name());
            boolean accepted = climb(mapping.collectionId(), climb);
            climb.names.pop();
            if (accepted) {
                return true;
            }
        }
        return false;
    }

    private static boolean arrive(Climb climb) {
        return climb.accept.test(new Way(List.copyOf(climb.collections), List.copyOf(climb.names)));
    }

    /**
     * Those of some resources that are below one of some collections. They are found level by level, all of them at once.
     *
     * @param across whether the ways up go past the boundaries of reports ({@code T:sync-boundary})
     */
    public Set<UUID> below(Set<UUID> resources, Set<UUID> collections, boolean across) {
        Map<UUID, Set<UUID>> members = new HashMap<>();
        Set<UUID> seen = new HashSet<>(resources);
        List<UUID> level = List.copyOf(seen);
        while (!level.isEmpty()) {
            List<UUID> next = new ArrayList<>();
            repository.parents(level, across, (member, collection) -> {
                members.computeIfAbsent(collection, above -> new HashSet<>()).add(member);
                if (!collections.contains(collection) && seen.add(collection)) {
                    next.add(collection);
                }
            });
            level = next;
        }
        Set<UUID> below = new HashSet<>();
        Deque<UUID> pending = new ArrayDeque<>(collections);
        while (!pending.isEmpty()) {
            members.getOrDefault(pending.pop(), Set.of()).stream()
                    .filter(below::add)
                    .forEach(pending::push);
        }
        below.retainAll(resources);
        return below;
    }

    /** Whether a collection is {@code other}, or somewhere below it. */
    public boolean isWithin(UUID collection, UUID other) {
        return collection.equals(other)
                || !below(Set.of(collection), Set.of(other), true).isEmpty();
    }

    /**
     * Those of some resources that a name in the users' namespace leads to; the others are deleted (protocol, section 4.5).
     * What configurations and checkin sets still have does not count.
     */
    public Set<UUID> inFiles(Collection<UUID> resources) {
        return below(Set.copyOf(resources), Set.of(Resource.FILES), true);
    }

    /** Whether a name in the users' namespace leads to a resource; see {@link #inFiles}. */
    public boolean isInFiles(UUID resource) {
        return !inFiles(Set.of(resource)).isEmpty();
    }
}
