package io.tidemark.configuration;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.Sheet;
import io.tidemark.namespace.WorkspacePathRepository;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.ConfiguredTrees;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.PathRepository;
import io.tidemark.target.Shown;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The trees of all configurations, each as its kind has it. */
@ApplicationScoped
class Trees implements ConfiguredTrees {

    @Inject
    private RequestedConfiguration requested;

    @Inject
    private ConfigurationRepository configurations;

    @Inject
    private SeenConfigurations seen;

    @Inject
    private Targets targets;

    @Inject
    private WorkspaceTree workspaces;

    @Inject
    private WorkspacePathRepository paths;

    @Inject
    private DynamicTrees dynamic;

    @Inject
    private WorkspaceWrites writes;

    @Inject
    private Bringing bringing;

    @Inject
    private Views views;

    @Inject
    private OwnOrigins origins;

    @Inject
    private HttpServletRequest request;

    @Override
    public Optional<UUID> view() {
        return Optional.of(requested.get().orElseGet(configurations::defaultConfiguration))
                .filter(configuration -> !configuration.equals(Configuration.FILES));
    }

    @Override
    public Optional<UUID> requested() {
        return requested.get();
    }

    @Override
    public void requireRequested() {
        if (!requested.isKnown() && requested.get().flatMap(seen::find).isEmpty()) {
            throw DavException.of(404, Conditions.NO_SUCH_CONFIGURATION);
        }
    }

    @Override
    public ConfiguredTarget resolve(UUID configuration, DavPath path, List<String> names) {
        return paths.walk(configuration, names, false)
                .map(trees -> trees.isEmpty()
                        ? dynamic.resolve(configuration, path, names)
                        : WorkspaceTree.read(configuration, path, trees).target())
                .orElseGet(() -> stepwise(configuration, path, names));
    }

    @Override
    public Optional<PathRepository.Read<ConfiguredTarget>> read(DavPath path) {
        return (path.subtree().equals(ConfigurationPath.NAME) ? ConfigurationPath.configuration(path) : requested.get())
                .filter(configuration -> FilesTarget.isAtName(path))
                .flatMap(configuration -> read(configuration, path));
    }

    @Override
    public Optional<PathRepository.Read<ConfiguredTarget>> read(UUID configuration, DavPath path) {
        List<String> names = ConfigurationPath.namesAt(path);
        if (configuration.equals(Configuration.FILES)) {
            return Optional.empty();
        }
        if (dynamic.isKnown(configuration)) {
            return dynamic.read(configuration, path, names);
        }
        return paths.walk(configuration, names, true)
                .flatMap(trees -> trees.isEmpty()
                        ? dynamic.read(configuration, path, names)
                        : Optional.of(WorkspaceTree.read(configuration, path, trees)));
    }

    private ConfiguredTarget stepwise(UUID configuration, DavPath path, List<String> names) {
        List<Sheet> sheets = configurations.sheets(configuration);
        if (sheets.isEmpty()) {
            return dynamic.resolve(configuration, path, names);
        }
        int depth = path.segments().size() - names.size();
        ConfiguredTarget at = workspaces.root(
                configuration, sheets, DavPath.of(path.segments().subList(0, depth), true));
        for (String name : names) {
            at = workspaces.member(at, name);
        }
        return at;
    }

    @Override
    public Optional<Integer> revision(FilesTarget target, String url) {
        boolean isUrl = url.startsWith("/") || url.contains("://");
        if (!isUrl || !target.isAtName()) {
            return Optional.empty();
        }
        return origins.path(url, request.getHeader("Host"))
                .filter(path -> path.segments().size() == 2)
                .flatMap(ConfigurationPath::configuration)
                .map(configuration -> views.shown(configuration, target.path()))
                .map(Target::resource)
                .filter(shown -> shown.id().equals(target.mapped().id()))
                .map(ResourceView::revision);
    }

    @Override
    public List<ConfiguredTarget> members(ConfiguredTarget collection, String after, int limit) {
        return collection.isSelected()
                ? dynamic.members(collection, after, limit)
                : workspaces.members(collection, after, limit);
    }

    @Override
    public Map<String, Shown> shown(ConfiguredTarget collection, Collection<String> names) {
        return workspaces.shown(collection, names);
    }

    @Override
    public ConfiguredTarget prepare(ConfiguredTarget target) {
        if (isDynamicConfiguration(target)) {
            // It has properties of its own.
            return target;
        }
        requireWorkspace(target);
        // Where the collection is missing, or hidden, nothing is made ready.
        return target.isMapped() || target.parent() != null ? writes.prepare(target) : target;
    }

    @Override
    public ConfiguredTarget bring(ConfiguredTarget target, FilesTarget source) {
        requireWorkspace(target);
        if (targets.isHidden(target.path())) {
            // Nothing is brought to where the caller does not see it. What could be brought nowhere is told first.
            if (source.isFile()) {
                source.versioned();
            }
            target.existingParent();
        }
        return bringing.bring(target, source);
    }

    private static boolean isDynamicConfiguration(ConfiguredTarget target) {
        return target.isSelected() && target.mapped().id().equals(target.configuration());
    }

    private void requireWorkspace(ConfiguredTarget target) {
        if (!configurations
                .find(target.configuration())
                .orElseThrow(DavException::notFound)
                .isWorkspace()) {
            throw DavException.of(403, Conditions.READ_ONLY_CONFIGURATION);
        }
    }

    @Override
    public ConfiguredTarget complete(ConfiguredTarget locked) {
        return writes.complete(locked);
    }
}
