package io.tidemark.target;

import io.tidemark.content.KeptBody;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.Layer;
import io.tidemark.namespace.LayerEntry;
import io.tidemark.namespace.LayerEntryRepository;
import io.tidemark.namespace.Overlay;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.Versioning;
import io.tidemark.namespace.WorkspacePath;
import io.tidemark.namespace.WorkspacePath.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace shows: its own tree laid on top of those of the configurations that it is derived from. Collections of
 * the same path are one; of what else has the same path, the nearest shows.
 */
@ApplicationScoped
public class WorkspaceTree {

    @Inject
    private LayerEntryRepository members;

    @Inject
    private RevisionViewRepository views;

    /** A tree, with the collection in it that a path has led to so far, and the next name. */
    private record OpenLayer(WorkspacePath path, Layer layer, int depth) implements Overlay.Entry {

        private Step step() {
            return path.steps().get(depth);
        }

        @Override
        public @Nullable Long row() {
            return step().memberId();
        }

        @Override
        public @Nullable UUID mapped() {
            return step().resource();
        }

        @Override
        public boolean isCollection() {
            return step().collection();
        }

        @Override
        public boolean hides() {
            return step().hides();
        }

        OpenLayer next() {
            return new OpenLayer(path, below(), depth + 1);
        }
    }

    /**
     * What names below a workspace's root lead to, with its body if that is known.
     *
     * @param path the path that the target is to have
     * @param trees how they lead through each of the workspace's trees, through one at least
     */
    static PathRepository.Read<ConfiguredTarget> read(UUID workspace, DavPath path, List<WorkspacePath> trees) {
        int last = trees.get(0).steps().size() - 1;
        boolean restricted = trees.get(0).restricted();
        List<OpenLayer> open =
                trees.stream().map(tree -> new OpenLayer(tree, tree.root(), 0)).toList();
        List<UUID> ancestors = new ArrayList<>(List.of(workspace));
        Versioning above = Versioning.AUTOMATIC;
        for (int depth = 0; depth < last; depth++) {
            List<OpenLayer> found = Overlay.of(open).collections();
            if (found.isEmpty()) {
                ConfiguredTarget missing = ConfiguredTarget.missing(path, ancestors, workspace);
                return new PathRepository.Read<>(missing, KeptBody.NONE, workspace, restricted);
            }
            open = found.stream().map(OpenLayer::next).toList();
            ancestors.add(open.get(0).layer().collection());
            above = found.get(0).step().versioning();
        }
        Overlay<OpenLayer> found = Overlay.of(open);
        WorkspacePath nearest = found.shown() == null ? null : found.shown().path();
        ResourceView shown = nearest == null ? null : nearest.shown();
        ConfiguredTarget target = new ConfiguredTarget(
                path.asCollection(shown == null ? path.slash() : shown.collection()),
                ancestors,
                Overlay.parent(open.stream().map(OpenLayer::layer).toList(), above),
                found.ownRow(),
                shown,
                workspace,
                found.layers());
        return new PathRepository.Read<>(
                target, nearest == null ? KeptBody.NONE : nearest.body(), workspace, restricted);
    }

    /** The root of a workspace's tree. */
    ConfiguredTarget root(UUID workspace, List<Layer> layers, DavPath path) {
        ResourceView view = views.view(workspace, null).orElse(null);
        return new ConfiguredTarget(path, List.of(), null, null, view, workspace, layers);
    }

    /** What a name in a collection leads to. */
    public ConfiguredTarget member(ConfiguredTarget collection, String name) {
        return collection.layers().isEmpty()
                ? ConfiguredTarget.missing(
                        collection.path().child(name, false), collection.lineage(), collection.configuration())
                : shown(collection, name, members.find(collection.layers(), List.of(name)))
                        .target();
    }

    /** What names in a collection lead to, those that any layer knows. */
    Map<String, Shown> shown(ConfiguredTarget collection, Collection<String> names) {
        Map<String, Shown> shown = new HashMap<>();
        if (!collection.layers().isEmpty()) {
            members.find(collection.layers(), names).stream()
                    .collect(Collectors.groupingBy(LayerEntry::name))
                    .forEach((name, candidates) -> shown.put(name, shown(collection, name, candidates)));
        }
        return shown;
    }

    /** A page of the members of a collection, in the order of their names. */
    List<ConfiguredTarget> members(ConfiguredTarget collection, String after, int limit) {
        List<Layer> layers = collection.layers();
        List<ConfiguredTarget> found = new ArrayList<>();
        String from = after;
        while (true) {
            Map<String, List<LayerEntry>> names = new TreeMap<>(DavPath.BY_CODE_POINT);
            String end = null;
            for (int i = 0; i < layers.size(); i++) {
                List<LayerEntry> page = members.page(layers, i, from, limit);
                page.forEach(member -> names.computeIfAbsent(member.name(), name -> new ArrayList<>())
                        .add(member));
                if (page.size() == limit) {
                    String last = page.get(limit - 1).name();
                    end = end == null || DavPath.BY_CODE_POINT.compare(last, end) < 0 ? last : end;
                }
            }
            for (Map.Entry<String, List<LayerEntry>> name : names.entrySet()) {
                if (end != null && DavPath.BY_CODE_POINT.compare(name.getKey(), end) > 0) {
                    break;
                }
                ConfiguredTarget target =
                        shown(collection, name.getKey(), name.getValue()).target();
                if (target.isMapped()) {
                    found.add(target);
                }
                if (found.size() == limit) {
                    return found;
                }
            }
            if (end == null) {
                return found;
            }
            from = end;
        }
    }

    /** What of all that the layers have at a name shows. */
    private static Shown shown(ConfiguredTarget collection, String name, List<LayerEntry> candidates) {
        Overlay<LayerEntry> overlay = Overlay.of(candidates);
        ResourceView resource = overlay.shown() == null ? null : overlay.shown().resource();
        ConfiguredTarget target = new ConfiguredTarget(
                collection.path().child(name, resource != null && resource.collection()),
                collection.lineage(),
                Overlay.parent(collection.layers(), collection.mapped().versioning()),
                overlay.ownRow(),
                resource,
                collection.configuration(),
                overlay.layers());
        return new Shown(target, candidates);
    }
}
