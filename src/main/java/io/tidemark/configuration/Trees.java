package io.tidemark.configuration;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.Sheet;
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
import java.util.Objects;
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
    private WorkspacePaths paths;

    @Inject
    private DynamicTrees dynamic;

    @Inject
    private WorkspaceWrites writes;

    @Inject
    private MemberImport memberImport;

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
    public FilesTarget resolve(UUID configuration, DavPath path, List<String> names) {
        return paths.walk(configuration, names, false)
                .map(trees -> trees.isEmpty()
                        ? dynamic.resolve(configuration, path, names)
                        : WorkspacePaths.resolve(configuration, path, trees).target())
                .orElseGet(() -> stepwise(configuration, path, names));
    }

    @Override
    public Optional<PathRepository.Read> read(DavPath path) {
        return (path.subtree().equals(ConfigurationPath.NAME) ? ConfigurationPath.configuration(path) : requested.get())
                .filter(configuration -> FilesTarget.isAtName(path))
                .flatMap(configuration -> read(configuration, path));
    }

    @Override
    public Optional<PathRepository.Read> read(UUID configuration, DavPath path) {
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
                        : Optional.of(WorkspacePaths.resolve(configuration, path, trees)));
    }

    private FilesTarget stepwise(UUID configuration, DavPath path, List<String> names) {
        List<Sheet> sheets = configurations.sheets(configuration);
        if (sheets.isEmpty()) {
            return dynamic.resolve(configuration, path, names);
        }
        int depth = path.segments().size() - names.size();
        FilesTarget at = workspaces.root(
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
    public List<Target> members(FilesTarget collection, String after, int limit) {
        return collection.isSelected()
                ? dynamic.members(collection, after, limit)
                : workspaces.members(collection, after, limit);
    }

    @Override
    public Map<String, Shown> shown(FilesTarget collection, Collection<String> names) {
        return workspaces.shown(collection, names);
    }

    @Override
    public FilesTarget prepare(FilesTarget target) {
        if (isDynamicConfiguration(target)) {
            // It has properties of its own.
            return target;
        }
        requireWorkspace(target);
        // Where the collection is missing, or hidden, nothing is made ready.
        return target.isMapped() || target.parent() != null ? writes.prepare(target) : target;
    }

    @Override
    public FilesTarget importMember(FilesTarget target, FilesTarget source) {
        requireWorkspace(target);
        if (targets.isHidden(target.path())) {
            // Nothing is imported to where the caller does not see it. What could be imported nowhere is told first.
            if (source.isFile()) {
                source.versioned();
            }
            target.existingParent();
        }
        return memberImport.importMember(target, source);
    }

    private static boolean isDynamicConfiguration(FilesTarget target) {
        return target.isSelected()
                && target.mapped()
                        .id()
                        .equals(Objects.requireNonNull(target.configured()).configuration());
    }

    private void requireWorkspace(FilesTarget target) {
        if (!configurations
                .find(Objects.requireNonNull(target.configured()).configuration())
                .orElseThrow(DavException::notFound)
                .isWorkspace()) {
            throw DavException.of(403, Conditions.READ_ONLY_CONFIGURATION);
        }
    }

    @Override
    public FilesTarget complete(FilesTarget locked) {
        return writes.complete(locked);
    }
}
