package io.tidemark.rights;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.Ancestors;
import io.tidemark.namespace.Ancestors.Way;
import io.tidemark.namespace.Layer;
import io.tidemark.namespace.Resource;
import io.tidemark.target.ConfigurationPath;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.ConfiguredTrees;
import io.tidemark.target.FilesSubtree;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.PathFinder;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The collections on the way to what a configuration shows. A workspace lays its own collections on top of those that it is
 * derived from, and what those keep to themselves it must not show: so each level has all of them. What a dynamic
 * configuration selects is where it is in the files.
 */
@ApplicationScoped
class ConfiguredLevels {

    /** What the collection of the built-in workspace's sets is called. */
    private static final String BUILT_IN = "default";

    /** Where the names begin in {@code /configurations/{id}/} and in the map of a configuration. */
    private static final int DEPTH = 2;

    @Inject
    private ConfiguredTrees trees;

    @Inject
    private Ancestors ancestors;

    /** The levels of a target's path, outermost first. */
    List<Set<UUID>> levels(ConfiguredTarget target) {
        DavPath path = target.path();
        int depth = path.subtree().equals(FilesSubtree.NAME) ? 1 : DEPTH;
        List<String> names = path.segments().subList(depth, path.segments().size());
        List<String> collections =
                target.isCollection() || names.isEmpty() ? names : names.subList(0, names.size() - 1);
        return levels(target.configuration(), collections);
    }

    /**
     * Whether the collections above a resource, itself included, satisfy a condition along one of its names. Names at which
     * nothing shows any more, because a collection above has gone, count only for what has no others.
     *
     * @param forgotten what holds for a resource of which nobody knows where it was
     */
    boolean any(UUID resource, Predicate<List<Set<UUID>>> decide, BooleanSupplier forgotten) {
        AtomicBoolean known = new AtomicBoolean();
        if (any(resource, false, decide, known)) {
            return true;
        }
        return !known.get() && (any(resource, true, decide, known) || (!known.get() && forgotten.getAsBoolean()));
    }

    private boolean any(UUID resource, boolean deleted, Predicate<List<Set<UUID>>> decide, AtomicBoolean known) {
        return ancestors.anyWay(resource, deleted, way -> {
            Optional<List<Set<UUID>>> levels = levels(way, resource, deleted);
            known.compareAndSet(false, levels.isPresent());
            return levels.filter(decide).isPresent();
        });
    }

    /** The path along one of a resource's names at which the collections above it, itself included, satisfy a condition. */
    Optional<DavPath> path(UUID resource, Predicate<List<Set<UUID>>> decide) {
        List<DavPath> found = new ArrayList<>();
        ancestors.anyWay(
                resource,
                false,
                way -> levels(way, resource, false).filter(decide).isPresent() && found.add(PathFinder.path(way)));
        return found.stream().findFirst();
    }

    /** The levels of a way; empty when a configuration shows something else there. */
    private Optional<List<Set<UUID>>> levels(Way way, UUID resource, boolean deleted) {
        List<Set<UUID>> stored = way.collections().stream().map(Set::of).toList();
        if (way.top().equals(Resource.FILES)) {
            return Optional.of(stored);
        }
        return way.top().equals(Resource.CHECKINSETS)
                ? Optional.of(ofCheckinSets(way.names(), stored))
                : leading(way.top(), way.names(), resource, deleted);
    }

    /**
     * The levels of the collections that names below a configuration's root lead through to a resource; empty when they do not
     * lead there.
     *
     * @param deleted whether it is enough that the resource could be there: the collection that its name was in shows
     */
    private Optional<List<Set<UUID>>> leading(UUID configuration, List<String> names, UUID resource, boolean deleted) {
        FilesTarget end = trees.resolve(configuration, path(configuration, names), names);
        boolean leads = end.isMapped()
                && (end.mapped().id().equals(resource) || collections(end).contains(resource));
        return leads || (deleted && end.parent() != null)
                ? Optional.of(levels(configuration, names))
                : Optional.empty();
    }

    /**
     * The levels of a path in the subtree of the checkin sets: what covers a configuration covers its sets.
     *
     * @param names the names below the subtree's root, of which the first is the configuration's
     * @param stored the collections that they lead through, each a level
     */
    private List<Set<UUID>> ofCheckinSets(List<String> names, List<Set<UUID>> stored) {
        return names.isEmpty()
                ? stored
                : Stream.concat(root(names.get(0)).stream(), stored.stream().skip(1))
                        .toList();
    }

    /** The levels of the collections of a target in the subtree of the checkin sets. */
    List<Set<UUID>> ofCheckinSets(FilesTarget target) {
        List<UUID> stored = target.isCollection() ? target.lineage() : target.ancestors();
        List<String> names = target.path().segments();
        return ofCheckinSets(
                names.subList(1, names.size()), stored.stream().map(Set::of).toList());
    }

    private List<Set<UUID>> root(String name) {
        return name.equals(BUILT_IN) ? List.of(Set.of(Resource.FILES)) : levels(UUID.fromString(name), List.of());
    }

    /** The levels of the collections that names below a configuration's root lead through. */
    List<Set<UUID>> levels(UUID configuration, List<String> names) {
        List<Set<UUID>> levels = new ArrayList<>();
        for (int length = 0; length <= names.size(); length++) {
            List<String> below = names.subList(0, length);
            FilesTarget at = trees.resolve(configuration, path(configuration, below), below);
            Set<UUID> level = collections(at);
            if (level.isEmpty()) {
                break;
            }
            levels.add(level);
        }
        return levels;
    }

    private static DavPath path(UUID configuration, List<String> names) {
        List<String> segments = new ArrayList<>(List.of(ConfigurationPath.NAME, configuration.toString()));
        segments.addAll(names);
        return DavPath.of(segments, true);
    }

    /** The collections that a target is made of, if it is one: only these can have lists. */
    static Set<UUID> collections(Target target) {
        if (!(target instanceof FilesTarget at)) {
            return Set.of();
        }
        if (at.isSelected()) {
            UUID collection = at.mapped().id();
            return collection.equals(at.configuration()) ? Set.of(collection, Resource.FILES) : Set.of(collection);
        }
        return at.layers().stream().map(Layer::collection).collect(Collectors.toSet());
    }
}
