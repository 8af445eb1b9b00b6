package io.tidemark.target;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.namespace.Layer;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.WorkspacePathRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What configurations show (protocol, section 5.3): the trees of all of them, each as its kind has it. */
@ApplicationScoped
public class ConfiguredTrees {

    @Inject
    private RequestedConfiguration requested;

    @Inject
    private ConfigurationRepository configurations;

    @Inject
    private SeenConfigurations seen;

    @Inject
    private Targets targets;

    @Inject
    private StoredMembers stored;

    @Inject
    private WorkspaceTree workspaces;

    @Inject
    private WorkspacePathRepository paths;

    @Inject
    private DynamicTrees dynamic;

    @Inject
    private WorkspaceWrites writes;

    @Inject
    private MemberImport memberImport;

    @Inject
    private ConfigurationViews views;

    @Inject
    private OwnOrigins origins;

    @Inject
    private HttpServletRequest request;

    /** The configuration in whose view the current request sees {@code /files/}; empty for the files themselves. */
    public Optional<UUID> view() {
        return Optional.of(requested.get().orElseGet(configurations::defaultConfiguration))
                .filter(configuration -> !configuration.equals(Configuration.FILES));
    }

    /** The configuration that the current request names; empty for none. */
    public Optional<UUID> requested() {
        return requested.get();
    }

    /**
     * Makes sure that the configuration which the current request names is there, unless that is known.
     *
     * @throws io.tidemark.kernel.error.DavException 404 {@code no-such-configuration}
     */
    public void requireRequested() {
        if (!requested.isKnown() && requested.get().flatMap(seen::find).isEmpty()) {
            throw DavException.of(404, Conditions.NO_SUCH_CONFIGURATION);
        }
    }

    /**
     * What names below a configuration's root lead to.
     *
     * @param path the path that the target is to have, which ends in these names
     */
    public ConfiguredTarget resolve(UUID configuration, DavPath path, List<String> names) {
        return paths.walk(configuration, names, false)
                .map(trees -> trees.isEmpty()
                        ? dynamic.resolve(configuration, path, names)
                        : WorkspaceTree.read(configuration, path, trees).target())
                .orElseGet(() -> stepwise(configuration, path, names));
    }

    /**
     * What a path names in the configuration whose tree it is in, or in the one that the current request names, with its body
     * if the body's row holds it.
     *
     * @return empty when it is not found so: then {@link #resolve} knows
     */
    public Optional<PathRepository.Read<ConfiguredTarget>> read(DavPath path) {
        return (path.subtree().equals(ConfigurationPath.NAME) ? ConfigurationPath.configuration(path) : requested.get())
                .filter(configuration -> FilesTarget.isAtName(path))
                .flatMap(configuration -> read(configuration, path));
    }

    /** The same in a configuration. */
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
        List<Layer> layers = configurations.layers(configuration);
        if (layers.isEmpty()) {
            return dynamic.resolve(configuration, path, names);
        }
        return descend(configuration, path, names, layers);
    }

    private ConfiguredTarget descend(UUID configuration, DavPath path, List<String> names, List<Layer> layers) {
        int depth = path.segments().size() - names.size();
        ConfiguredTarget at = workspaces.root(
                configuration, layers, DavPath.of(path.segments().subList(0, depth), true));
        for (String name : names) {
            at = workspaces.member(at, name);
        }
        return at;
    }

    /** What the path of something that a workspace shows led to at a time, and the members of that as they were then. */
    public ConfiguredTarget past(ConfiguredTarget target, Instant moment) {
        List<String> names = ConfigurationPath.namesAt(target.path());
        List<Layer> layers = configurations.layers(target.configuration()).stream()
                .map(layer -> layer.at(moment))
                .toList();
        return descend(target.configuration(), target.path(), names, layers);
    }

    /**
     * The number of the revision that a configuration shows at a target's path of what is mapped there.
     *
     * @param url the configuration's
     * @return empty when it shows none, and when the URL is no configuration's
     */
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

    /** A page of the members of a stored collection, as it is shown; see {@link Subtree#members}. */
    List<? extends FilesTarget> members(FilesTarget collection, String after, int limit) {
        return collection instanceof ConfiguredTarget in
                ? members(in, after, limit)
                : stored.members(collection, after, limit);
    }

    /** The same of one that a configuration shows. */
    public List<ConfiguredTarget> members(ConfiguredTarget collection, String after, int limit) {
        return collection.isSelected()
                ? dynamic.members(collection, after, limit)
                : workspaces.members(collection, after, limit);
    }

    /** What a workspace shows at some names of a collection; of each name that any of its trees knows. */
    public Map<String, Shown> shown(ConfiguredTarget collection, Collection<String> names) {
        return workspaces.shown(collection, names);
    }

    /**
     * Makes a target ready to be changed, inside the transaction that will: the configuration then has it by itself.
     *
     * @throws io.tidemark.kernel.error.DavException 403 where nothing can be changed
     */
    public ConfiguredTarget prepare(ConfiguredTarget target) {
        if (isDynamicConfiguration(target)) {
            // It has properties of its own.
            return target;
        }
        requireWorkspace(target);
        // Where the collection is missing, or hidden, nothing is made ready.
        return target.isMapped() || target.parent() != null ? writes.prepare(target) : target;
    }

    /**
     * Makes something that is stored a member of a workspace at a target; a collection is imported with its versioned members. Missing
     * collections above it are made, which only show what is in them.
     *
     * @return the target as it is then
     * @throws io.tidemark.kernel.error.DavException 409 {@code not-versioned}, 403 where nothing can be changed
     */
    public ConfiguredTarget importMember(ConfiguredTarget target, FilesTarget source) {
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

    /** Completes a prepared target when its rows are locked. */
    public ConfiguredTarget complete(ConfiguredTarget locked) {
        return writes.complete(locked);
    }
}
