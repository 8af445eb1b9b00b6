package io.tidemark.configuration.dynamic;

import io.tidemark.content.KeptBody;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.MemberRepository;
import io.tidemark.namespace.MemberView;
import io.tidemark.namespace.Resource;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.DynamicTrees;
import io.tidemark.target.FilesSubtree;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.NamedTarget;
import io.tidemark.target.PathRepository;
import io.tidemark.target.RevisionViewRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What dynamic configurations show: the files' tree, with the revisions that a rule selects, and the collections below which
 * it may select some, as far as its paths tell.
 */
@ApplicationScoped
class DynamicTree implements DynamicTrees {

    private static final int CONFIGURATION_DEPTH = 2;

    @Inject
    private PathRepository paths;

    @Inject
    private RevisionViewRepository views;

    @Inject
    private MemberRepository members;

    @Inject
    private StoredRules rules;

    @Inject
    private Selector selector;

    @Override
    public ConfiguredTarget resolve(UUID configuration, DavPath path, List<String> names) {
        if (names.isEmpty()) {
            ResourceView root = views.view(configuration, null).orElse(null);
            return target(configuration, path.asCollection(true), List.of(), root);
        }
        return shown(configuration, path, paths.resolve(inFiles(names)));
    }

    @Override
    public boolean isKnown(UUID configuration) {
        return rules.isKnown(configuration);
    }

    @Override
    public Optional<PathRepository.Read<ConfiguredTarget>> read(UUID configuration, DavPath path, List<String> names) {
        PathRepository.Read<NamedTarget> file = paths.resolveWithBody(inFiles(names));
        ConfiguredTarget shown = shown(configuration, path, file.target());
        if (!shown.isMapped()) {
            return Optional.empty();
        }
        boolean same = shown.mapped().revision() == file.target().mapped().revision();
        KeptBody body = same ? file.body() : paths.body(shown.mapped());
        return Optional.of(new PathRepository.Read<>(shown, body, configuration, file.restricted()));
    }

    private ConfiguredTarget shown(UUID configuration, DavPath path, FilesTarget file) {
        ResourceView shown = rules.of(configuration)
                .filter(rule -> file.isMapped())
                .map(rule -> shown(rule, file))
                .orElse(null);
        boolean slash = shown == null ? path.slash() : shown.collection();
        return target(configuration, path.asCollection(slash), file.ancestors(), shown);
    }

    private @Nullable ResourceView shown(Rule rule, FilesTarget file) {
        ResourceView view = file.mapped();
        DavPath path = file.path().asCollection(false);
        if (view.collection()) {
            return rule.below(path).canHold() ? view : null;
        }
        return selector.select(rule, Map.of(path, view)).get(view.id());
    }

    @Override
    public List<ConfiguredTarget> members(ConfiguredTarget collection, String after, int limit) {
        UUID configuration = collection.configuration();
        Rule rule = rules.of(configuration).orElse(null);
        if (rule == null) {
            return List.of();
        }
        boolean atRoot = collection.mapped().id().equals(configuration);
        UUID stored = atRoot ? Resource.FILES : collection.mapped().id();
        DavPath path = inFiles(names(collection.path()));
        List<ConfiguredTarget> found = new ArrayList<>();
        String last = after;
        boolean more = true;
        while (more && found.size() < limit) {
            List<MemberView> page = members.list(stored, last, limit);
            more = page.size() == limit;
            last = more ? page.get(limit - 1).name() : last;
            for (ConfiguredTarget member : selected(rule, page, collection, path)) {
                if (found.size() < limit) {
                    found.add(member);
                }
            }
        }
        return found;
    }

    private List<ConfiguredTarget> selected(
            Rule rule, List<MemberView> page, ConfiguredTarget collection, DavPath inFiles) {
        Map<DavPath, ResourceView> mapped = new LinkedHashMap<>();
        page.forEach(member -> mapped.put(inFiles.child(member.name(), false), member.resource()));
        Map<UUID, ResourceView> selected = selector.select(rule, mapped);
        List<ConfiguredTarget> shown = new ArrayList<>();
        mapped.forEach((path, resource) -> {
            ResourceView view = resource.collection()
                    ? (rule.below(path).canHold() ? resource : null)
                    : selected.get(resource.id());
            if (view != null) {
                shown.add(target(
                        collection.configuration(),
                        collection.path().child(path.name(), view.collection()),
                        collection.lineage(),
                        view));
            }
        });
        return shown;
    }

    private static ConfiguredTarget target(
            UUID configuration, DavPath path, List<UUID> ancestors, @Nullable ResourceView view) {
        return new ConfiguredTarget(path, ancestors, null, null, view, configuration, List.of());
    }

    private static DavPath inFiles(List<String> names) {
        List<String> segments = new ArrayList<>(List.of(FilesSubtree.NAME));
        segments.addAll(names);
        return DavPath.of(segments, false);
    }

    private static List<String> names(DavPath path) {
        int depth = path.subtree().equals(FilesSubtree.NAME) ? 1 : CONFIGURATION_DEPTH;
        return path.segments().subList(depth, path.segments().size());
    }
}
