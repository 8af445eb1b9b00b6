package io.tidemark.target;

import io.tidemark.kernel.http.DavPath;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What configurations show at one path, each in its own tree, for {@code Configuration-Id: *} (protocol, section 5.3). */
@ApplicationScoped
public class ConfigurationViews {

    /** The header that names a configuration. */
    public static final String HEADER = "Configuration-Id";

    /** Stands for all configurations. */
    public static final String ALL = "*";

    private static final int PAGE = 100;

    @Inject
    private ConfigurationRepository configurations;

    @Inject
    private Visibility visibility;

    /** Its trees ask for views in turn. */
    @Inject
    private Instance<ConfigurationsSubtree> trees;

    /** Some of what is shown, and after which configuration there may be more; null for no more. */
    public record Page(List<Target> targets, @Nullable UUID next) {}

    /** What a configuration shows the caller at the path of something that is in another, or in the files. */
    Target shown(UUID configuration, DavPath path) {
        Target found = trees.get().resolve(ConfigurationPath.in(configuration, path));
        return found instanceof FilesTarget files ? visibility.seen(files, files.path()) : found;
    }

    /** Whether configurations show what is at a path. */
    public boolean areOf(DavPath path) {
        return !path.isRoot() && path.subtree().equals(FilesSubtree.NAME);
    }

    /** What some configurations show at a path: those after one, the first for null. */
    public Page page(DavPath path, @Nullable UUID after) {
        List<UUID> ids = new ArrayList<>();
        if (after == null) {
            ids.add(Configuration.FILES);
        }
        ids.addAll(configurations.list(after, PAGE));
        List<Target> found =
                ids.stream().map(id -> shown(id, path)).filter(Target::isMapped).toList();
        return new Page(found, ids.size() < PAGE ? null : ids.get(ids.size() - 1));
    }
}
