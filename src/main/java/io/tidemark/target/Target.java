package io.tidemark.target;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.namespace.ResourceView;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** The one thing that a request is about: what its URL and its version headers name. */
public interface Target {

    /** The path, with a slash at its end exactly if it names a collection. */
    DavPath path();

    /** Whether there is something. */
    boolean isMapped();

    /** Whether it is a collection. */
    boolean isCollection();

    /** The stored resource that a GET sees; null when nothing is mapped, or nothing is stored for it. */
    @Nullable
    ResourceView resource();

    /**
     * The stored resource.
     *
     * @throws DavException 404 when there is none
     */
    default ResourceView mapped() {
        ResourceView resource = resource();
        if (resource == null) {
            throw DavException.notFound();
        }
        return resource;
    }

    /** Whether a resource is mapped. */
    default boolean shows(UUID resource) {
        return isMapped() && resource() != null && mapped().id().equals(resource);
    }

    /** Which revision was chosen; null for what a plain request gets. */
    default @Nullable Selection selection() {
        return null;
    }

    /** The collections of the path and what it names, all of which a lock may hold. */
    default List<UUID> lineage() {
        return List.of();
    }

    /** Whether it is where names are mapped: in the users' namespace, or in the tree of a configuration. */
    default boolean isAtName() {
        return false;
    }

    /** Whether it is the topmost collection where names are mapped. */
    default boolean isRoot() {
        return false;
    }

    /** The URL's path, percent-encoded. */
    default String href() {
        return path().href();
    }

    /** The values of {@code DAV:resourcetype}. */
    default List<QName> resourceTypes() {
        return isCollection() ? List.of(Rfc4918.COLLECTION) : List.of();
    }

    /** Whether what a GET sees is under version control. */
    default boolean isVersioned() {
        ResourceView resource = resource();
        return resource != null && resource.versioning().enabled();
    }

    /** How many bytes there are of what it is; empty where it is no file. */
    default OptionalLong length() {
        ResourceView resource = resource();
        return resource == null || resource.collection() ? OptionalLong.empty() : OptionalLong.of(resource.length());
    }

    /** Whether it is a file: mapped, and not a collection. */
    default boolean isFile() {
        return isMapped() && !isCollection();
    }
}
