package io.tidemark.sync;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.ConfiguredTrees;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Shown;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The way by which a URL leads to a collection that a workspace shows. */
@ApplicationScoped
class PathInWorkspace {

    @Inject
    private ConfiguredTrees trees;

    @Inject
    private WorkspaceReader reader;

    /**
     * Where a URL leads.
     *
     * @param collection the collection as it is now, which may be no collection any more
     * @param composition what every step has led to in each tree, and since when. It changes whenever the collection comes to
     *     be made of something else; but not when the workspace only gets a collection of its own for what it has shown all
     *     the time.
     * @param steps what the trees have of the names on the way
     * @param gaps the collections on the way that can change and do not have the name that comes next
     */
    record Way(ConfiguredTarget collection, String composition, List<LayerRow> steps, Set<UUID> gaps) {

        static Way beginning(ConfiguredTarget root) {
            return new Way(root, "", List.of(), Set.of());
        }

        Way next(DavPath path, @Nullable Shown shown, List<LayerRow> rows) {
            Set<UUID> without = new HashSet<>(CollectionTokens.live(collection));
            rows.forEach(row -> without.remove(row.in()));
            without.addAll(gaps);
            return new Way(
                    shown == null
                            ? ConfiguredTarget.missing(path, List.of(), collection.configuration())
                            : shown.target(),
                    composition + rows.stream().map(Way::part).collect(Collectors.joining()),
                    Stream.concat(steps.stream(), rows.stream()).toList(),
                    without);
        }

        private static String part(LayerRow row) {
            boolean mapped = row.resource() != null;
            long since = mapped ? row.marks().mapped() : row.marks().number();
            return mapped && since == 0 ? "" : row.id() + "" + row.resource() + since + '/';
        }
    }

    /** The way to a collection, from the workspace's root down. */
    Way to(ConfiguredTarget collection) {
        return Objects.requireNonNull(to(List.of(collection)).get(key(collection)));
    }

    /** The ways to several collections: some statements for each collection that any of them is in. */
    Map<DavPath, Way> to(Collection<ConfiguredTarget> collections) {
        Map<DavPath, Way> ways = new HashMap<>();
        SortedMap<Integer, Map<DavPath, Set<String>>> levels = new TreeMap<>();
        for (ConfiguredTarget collection : collections) {
            DavPath path = key(collection);
            while (!FilesTarget.isRoot(path)) {
                levels.computeIfAbsent(path.segments().size(), depth -> new HashMap<>())
                        .computeIfAbsent(path.parent(), parent -> new HashSet<>())
                        .add(path.name());
                path = path.parent();
            }
            ways.computeIfAbsent(
                    path, root -> Way.beginning(trees.resolve(collection.configuration(), root, List.of())));
        }
        levels.values().forEach(level -> level.forEach((parent, names) -> descend(parent, names, ways)));
        return ways;
    }

    /** What the ways to collections are kept by. */
    static DavPath key(ConfiguredTarget collection) {
        return collection.path().asCollection(true);
    }

    private void descend(DavPath parent, Set<String> names, Map<DavPath, Way> ways) {
        Way above = Objects.requireNonNull(ways.get(parent));
        boolean leads = above.collection().isCollection();
        Map<String, Shown> shown = leads ? trees.shown(above.collection(), names) : Map.of();
        Map<String, List<LayerRow>> rows = leads ? reader.rows(shown.values()) : Map.of();
        for (String name : names) {
            DavPath path = parent.child(name, true);
            ways.put(path, above.next(path, shown.get(name), rows.getOrDefault(name, List.of())));
        }
    }
}
