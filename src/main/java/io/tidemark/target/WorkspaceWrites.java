package io.tidemark.target;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.OverrideRepository;
import io.tidemark.namespace.Overrides;
import io.tidemark.namespace.Parent;
import io.tidemark.namespace.ResourceView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets a workspace have by itself what is to change in it: the collections that a path leads through, and the member at its
 * end, which shows the revision that it has inherited until another is made.
 */
@ApplicationScoped
class WorkspaceWrites {

    @Inject
    private ConfigurationRepository configurations;

    @Inject
    private WorkspaceTree tree;

    @Inject
    private Overrides overrides;

    @Inject
    private OverrideRepository branches;

    /**
     * Makes a target the workspace's own.
     *
     * @throws DavException 403 where a collection is only shown because members of it have been brought in
     */
    ConfiguredTarget prepare(ConfiguredTarget target) {
        ConfiguredTarget parent = parent(target, false);
        if (parent == null || !parent.isCollection()) {
            return target;
        }
        ConfiguredTarget found = tree.member(parent, target.path().name());
        if (!found.isMapped()) {
            requireWritable(parent);
            return found;
        }
        return own(parent, found);
    }

    /** Completes a target whose rows are locked with the workspace's branch of what is mapped there. */
    ConfiguredTarget complete(ConfiguredTarget locked) {
        return locked.isFile()
                ? locked.on(
                        branches.branch(locked.mapped().id(), locked.branchId()).orElse(null))
                : locked;
    }

    /**
     * The collection that a target is in, the workspace's own from there up.
     *
     * @param implied whether collections that nobody has brought in may be made, which only show what is in them
     * @return null for the root, which is in none
     */
    @Nullable
    ConfiguredTarget parent(ConfiguredTarget target, boolean implied) {
        UUID workspace = target.configuration();
        int base = target.path().subtree().equals(ConfigurationPath.NAME) ? 2 : 1;
        List<String> names = target.path().segments();
        if (names.size() == base) {
            return null;
        }
        ConfiguredTarget at =
                tree.root(workspace, configurations.layers(workspace), DavPath.of(names.subList(0, base), true));
        for (String name : names.subList(base, names.size() - 1)) {
            ConfiguredTarget below = tree.member(at, name);
            if (below.isMapped() ? below.isCollection() : implied) {
                at = own(at, below);
            } else {
                return below;
            }
        }
        return at;
    }

    /** Makes what is shown at a name the workspace's own; at a free name, a collection that only shows what is in it. */
    ConfiguredTarget own(ConfiguredTarget parent, ConfiguredTarget shown) {
        Parent here = shown.existingParent();
        if (shown.isMapped() && here.own() && shown.memberId() != null) {
            return shown;
        }
        ResourceView resource = shown.resource();
        if (resource == null) {
            overrides.collection(here, shown.path().name(), null);
        } else if (resource.collection()) {
            overrides.materialise(here, shown.path().name(), resource);
        } else {
            overrides.takeOver(here, shown.path().name(), resource);
        }
        return tree.member(parent, shown.path().name());
    }

    private static void requireWritable(ConfiguredTarget parent) {
        if (!parent.mapped().versioning().enabled()) {
            throw DavException.of(403, Conditions.READ_ONLY_CONFIGURATION);
        }
    }
}
