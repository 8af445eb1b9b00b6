package io.tidemark.target;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.BranchPosition;
import io.tidemark.namespace.Layer;
import io.tidemark.namespace.Parent;
import io.tidemark.namespace.ResourceView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A name in the tree of a configuration that is not the built-in one.
 *
 * @param memberId the configuration's own row of the name, if that is where the name gets from what it shows
 * @param resource what is shown there; null for nothing
 * @param branch the number of the workspace's own branch of the resource, if there is one and the request writes
 */
public record ConfiguredTarget(
        DavPath path,
        List<UUID> ancestors,
        @Nullable Parent parent,
        @Nullable Long memberId,
        @Nullable ResourceView resource,
        @Nullable Selection selection,
        UUID configuration,
        List<Layer> layers,
        @Nullable Integer branch)
        implements FilesTarget {

    /** What a plain request that reads gets. */
    public ConfiguredTarget(
            DavPath path,
            List<UUID> ancestors,
            @Nullable Parent parent,
            @Nullable Long memberId,
            @Nullable ResourceView resource,
            UUID configuration,
            List<Layer> layers) {
        this(path, ancestors, parent, memberId, resource, null, configuration, layers, null);
    }

    /** A name in no collection. */
    public static ConfiguredTarget missing(DavPath path, List<UUID> ancestors, UUID configuration) {
        return new ConfiguredTarget(path, ancestors, null, null, null, configuration, List.of());
    }

    @Override
    public ConfiguredTarget select(ResourceView view, @Nullable Selection selected) {
        return new ConfiguredTarget(path, ancestors, parent, memberId, view, selected, configuration, layers, branch);
    }

    /** The same, with the workspace's own branch of the file. */
    public ConfiguredTarget on(@Nullable Integer own) {
        return new ConfiguredTarget(path, ancestors, parent, memberId, resource, selection, configuration, layers, own);
    }

    /** The id of the workspace's own branch of whatever resource. */
    public String branchId() {
        return configuration.toString();
    }

    @Override
    public boolean isOwn() {
        return parent != null && parent.own() && memberId != null;
    }

    /** Whether it is a collection that a workspace shows with members which are not its own. */
    public boolean isMerged() {
        return layers.stream().anyMatch(layer -> !layer.own());
    }

    /** A workspace puts a new revision onto a branch of its own, after the revision that it shows. */
    @Override
    public @Nullable BranchPosition line() {
        if (selection != null || isCollection()) {
            return FilesTarget.super.line();
        }
        if (mapped().closed().line() == null) {
            return null;
        }
        ResourceView view = mapped();
        int shown = view.revision();
        if (branch == null) {
            return BranchPosition.opening(branchId(), shown).under(view.hold());
        }
        return view.isContinuedOn(branch) ? null : new BranchPosition(branch, shown).under(view.hold());
    }

    @Override
    public ConfiguredTarget free(String name) {
        return new ConfiguredTarget(
                path.child(name, false), lineage(), asParent(), null, null, configuration, List.of());
    }

    @Override
    public ResourceView mapped() {
        if (resource == null) {
            throw DavException.of(404, Conditions.NOT_IN_CONFIGURATION);
        }
        return resource;
    }
}
