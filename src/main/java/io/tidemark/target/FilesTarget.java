package io.tidemark.target;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.ResourceView;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a URL below {@code /files/} names.
 *
 * @param ancestors the collections that the path leads through, outermost first, as far as they are there
 * @param parent the collection that the name is in; null when it is missing, or for {@code /files/} itself
 * @param memberId the row of the name, which may outlive its mapping; null when there is none
 * @param resource what is mapped there; null for nothing
 */
public record FilesTarget(
        DavPath path,
        List<UUID> ancestors,
        @Nullable UUID parent,
        @Nullable Long memberId,
        @Nullable ResourceView resource)
        implements Target {

    @Override
    public boolean isMapped() {
        return resource != null;
    }

    @Override
    public boolean isCollection() {
        return resource != null && resource.collection();
    }

    /** Whether this is {@code /files/} itself, which is mapped in no collection. */
    public boolean isRoot() {
        return path.segments().size() == 1;
    }

    /**
     * The stored resource.
     *
     * @throws DavException 404 when nothing is mapped
     */
    public ResourceView mapped() {
        if (resource == null) {
            throw DavException.notFound();
        }
        return resource;
    }

    /**
     * The collection that the name is in.
     *
     * @throws DavException 409 when there is none
     */
    public UUID existingParent() {
        if (parent == null) {
            throw DavException.conflict("The collection that this would be in does not exist.");
        }
        return parent;
    }

    /** The collections of the path and what it names, all of which a lock may hold. */
    public List<UUID> lineage() {
        if (resource == null) {
            return ancestors;
        }
        List<UUID> lineage = new ArrayList<>(ancestors);
        lineage.add(resource.id());
        return lineage;
    }

    /** A member of this collection. */
    public FilesTarget member(long id, String name, ResourceView member) {
        return new FilesTarget(path.child(name, member.collection()), lineage(), mapped().id(), id, member);
    }
}
