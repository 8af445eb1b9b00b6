package io.tidemark.target;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.Parent;
import io.tidemark.namespace.ResourceView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A name in the files: below {@code /files/}, where the built-in workspace or its map stand for that, or in a checkin set.
 *
 * @param resource what is mapped there; null for nothing
 * @param unrestricted whether it was read when nobody had ever granted anything
 */
public record NamedTarget(
        DavPath path,
        List<UUID> ancestors,
        @Nullable Parent parent,
        @Nullable Long memberId,
        @Nullable ResourceView resource,
        @Nullable Selection selection,
        boolean unrestricted)
        implements FilesTarget {

    /** What a plain request gets. */
    public NamedTarget(
            DavPath path,
            List<UUID> ancestors,
            @Nullable Parent parent,
            @Nullable Long memberId,
            @Nullable ResourceView resource) {
        this(path, ancestors, parent, memberId, resource, null, false);
    }

    /** A name in no collection. */
    public static NamedTarget missing(DavPath path, List<UUID> ancestors) {
        return new NamedTarget(path, ancestors, null, null, null);
    }

    /** The same by another path. */
    public NamedTarget at(DavPath other) {
        return new NamedTarget(other.asCollection(path.slash()), ancestors, parent, memberId, resource);
    }

    @Override
    public NamedTarget select(ResourceView view, @Nullable Selection selected) {
        return new NamedTarget(path, ancestors, parent, memberId, view, selected, false);
    }
}
