package io.tidemark.rights;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.Resource;
import io.tidemark.namespace.Sheet;
import io.tidemark.target.Configured;
import io.tidemark.target.ConfiguredTrees;
import io.tidemark.target.FilesSubtree;
import io.tidemark.target.FilesTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The collections on the way to what a configuration shows. A workspace lays its own collections on top of those that it is
 * derived from, and what those keep to themselves it must not show: so each level has all of them. What a dynamic
 * configuration selects is where it is in the files.
 */
@ApplicationScoped
class ConfiguredLevels {

    /** Where the names begin in {@code /configurations/{id}/} and in the map of a configuration. */
    private static final int DEPTH = 2;

    @Inject
    private ConfiguredTrees trees;

    /** The levels of a target's path, outermost first. */
    List<Set<UUID>> levels(FilesTarget target) {
        DavPath path = target.path();
        int depth = path.subtree().equals(FilesSubtree.NAME) ? 1 : DEPTH;
        List<String> names = path.segments().subList(depth, path.segments().size());
        List<String> collections =
                target.isCollection() || names.isEmpty() ? names : names.subList(0, names.size() - 1);
        return levels(Objects.requireNonNull(target.configured()).configuration(), collections);
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
        List<String> segments = new ArrayList<>(List.of(FilesTarget.CONFIGURATIONS, configuration.toString()));
        segments.addAll(names);
        return DavPath.of(segments, true);
    }

    private static Set<UUID> collections(FilesTarget at) {
        Configured configured = at.configured();
        if (!at.isCollection() || configured == null) {
            return Set.of();
        }
        if (configured.sheets().isEmpty()) {
            UUID collection = at.mapped().id();
            return collection.equals(configured.configuration())
                    ? Set.of(collection, Resource.FILES)
                    : Set.of(collection);
        }
        return configured.sheets().stream().map(Sheet::collection).collect(Collectors.toSet());
    }
}
