package io.tidemark.rights;

import io.tidemark.namespace.MemberRepository;
import io.tidemark.namespace.MemberRepository.Mapping;
import io.tidemark.namespace.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** The way up from resources, along all their names; from what was deleted, along the last one. */
@ApplicationScoped
class Names {

    /** So many steps are made for one resource: names of names of names multiply. */
    private static final int MAX_STEPS = 1_000;

    private static final Set<UUID> ROOTS = Set.of(Resource.FILES, Resource.CHECKINSETS);

    @Inject
    private MemberRepository members;

    @Inject
    private ConfiguredLevels configured;

    @Inject
    private NameRepository repository;

    /** One search: the collections and the names that it has come along, innermost first. */
    private static final class Climb {

        private final Predicate<List<Set<UUID>>> decide;
        private final Deque<UUID> collections = new ArrayDeque<>();
        private final Deque<String> names = new ArrayDeque<>();
        private int steps;
        private boolean forgotten;

        Climb(Predicate<List<Set<UUID>>> decide) {
            this.decide = decide;
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
     * Whether the collections above a resource, itself included, satisfy a condition along one of its names.
     *
     * @param forgotten what holds for a resource that was deleted so long ago that nobody knows where it was
     */
    boolean anyLevels(UUID resource, Predicate<List<Set<UUID>>> decide, Predicate<UUID> forgotten) {
        Climb climb = new Climb(decide);
        return climb(resource, climb) || (climb.forgotten && forgotten.test(resource));
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
        if (ROOTS.contains(at)) {
            return climb.decide.test(climb.levels());
        }
        List<Mapping> mappings = members.mappingsOf(at);
        if (mappings.isEmpty() && members.isConfigurationRoot(at)) {
            return climb.decide.test(configured.levels(at, climb.path()));
        }
        List<Mapping> all = mappings.isEmpty() ? repository.last(at) : mappings;
        climb.forgotten |= all.isEmpty();
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
}
