package io.tidemark.target;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.ResourceView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A revision at its own URL, or in a map; or what was in a collection when that revision of it was the newest. */
public record RevisionTarget(
        DavPath path,
        List<UUID> ancestors,
        ResourceView resource,
        @Nullable Selection selection) implements FilesTarget {

    @Override
    public RevisionTarget select(ResourceView view, @Nullable Selection selected) {
        return new RevisionTarget(path, ancestors, view, selected);
    }

    @Override
    public FilesTarget member(long id, String name, ResourceView member) {
        boolean past = selection != null && selection.moment() != null;
        return new RevisionTarget(path.child(name, member.collection()), lineage(), member, past ? selection : null);
    }
}
