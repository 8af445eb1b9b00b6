package io.tidemark.target;

import io.tidemark.kernel.http.DavPath;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where configurations are: {@code /configurations/{id}/}. */
public final class ConfigurationPath {

    /** The subtree's name. */
    public static final String NAME = "configurations";

    /** The configuration root, at which configurations are made. */
    public static final DavPath ROOT = DavPath.of(List.of(NAME), true);

    private static final String BUILT_IN = "default";

    private ConfigurationPath() {}

    /** The path of a configuration's tree. */
    public static DavPath of(UUID configuration) {
        return ROOT.child(configuration.equals(Configuration.FILES) ? BUILT_IN : configuration.toString(), true);
    }

    /** Whether a target is the root of a configuration's tree. */
    public static boolean isTree(Target target) {
        return target.isRoot() && target.path().subtree().equals(NAME);
    }

    /** The configuration that a path is in; empty when its second segment cannot name one. */
    public static Optional<UUID> configuration(DavPath path) {
        if (!path.subtree().equals(NAME) || path.segments().size() < 2) {
            return Optional.empty();
        }
        String segment = path.segments().get(1);
        if (segment.equals(BUILT_IN)) {
            return Optional.of(Configuration.FILES);
        }
        try {
            UUID id = UUID.fromString(segment);
            return id.toString().equals(segment) && !id.equals(Configuration.FILES)
                    ? Optional.of(id)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The path at which a configuration's own tree has what is at a path in the users' namespace, or in another tree. */
    public static DavPath in(UUID configuration, DavPath path) {
        DavPath tree = of(configuration);
        for (String name : namesAt(path)) {
            tree = tree.child(name, false);
        }
        return tree;
    }

    /** The names that a path in the users' namespace, or in a configuration's tree, leads along. */
    public static List<String> namesAt(DavPath path) {
        return path.subtree().equals(NAME)
                ? names(path)
                : path.segments().subList(1, path.segments().size());
    }

    /** The names that a path in a configuration's tree leads along below the tree's root. */
    public static List<String> names(DavPath path) {
        return path.segments().subList(2, path.segments().size());
    }
}
