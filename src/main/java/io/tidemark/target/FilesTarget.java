package io.tidemark.target;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.BranchPosition;
import io.tidemark.namespace.Layer;
import io.tidemark.namespace.Parent;
import io.tidemark.namespace.Resource;
import io.tidemark.namespace.ResourceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What users store, as one of four kinds of URL names it: a name in the files, a name in the tree of a configuration, the URL
 * of a revision, or that of a working resource.
 */
public sealed interface FilesTarget extends Target
        permits NamedTarget, ConfiguredTarget, RevisionTarget, WorkingTarget {

    /** The collections that the path leads through, outermost first, as far as they are there. */
    List<UUID> ancestors();

    /** The collection that the name is in; null when it is missing, for the topmost collection, and where there are no names. */
    default @Nullable Parent parent() {
        return null;
    }

    /** The row of the name, which may outlive its mapping; null when there is none. */
    default @Nullable Long memberId() {
        return null;
    }

    /** The configuration that shows it: the built-in one, which stands for the files, if no other does. */
    default UUID configuration() {
        return Resource.FILES;
    }

    /** Of a collection, what it is made of, nearest first; nothing where a rule selects the members. */
    default List<Layer> layers() {
        return isCollection() ? List.of(new Layer(mapped().id(), 0, Layer.NOW, null)) : List.of();
    }

    /** The same URL, with another revision chosen, or none. */
    FilesTarget select(ResourceView view, @Nullable Selection selected);

    /** Whether it is known to be restricted to nobody: it was read when nobody had ever granted anything. */
    default boolean unrestricted() {
        return false;
    }

    /** Whether the name is where a plain request gets it from, and not what a configuration shows of another's. */
    default boolean isOwn() {
        return true;
    }

    /** Whether it is a collection whose members a rule selects; nothing that changes there is recorded. */
    default boolean isSelected() {
        return isCollection() && layers().isEmpty();
    }

    /** Whether the same configuration shows another target. */
    default boolean isInSameConfiguration(FilesTarget other) {
        return configuration().equals(other.configuration());
    }

    /** Whether another target is the same name, perhaps by another URL: a collection with two names shows each of its members twice. */
    default boolean isSameName(FilesTarget other) {
        Long row = memberId();
        return path().samePlace(other.path())
                || (row != null
                        && row.equals(other.memberId())
                        && isAtName()
                        && other.isAtName()
                        && isInSameConfiguration(other));
    }

    /** Whether a path is where names are mapped: below {@code /files/}, or in the tree of a configuration. */
    static boolean isAtName(DavPath path) {
        return path.subtree().equals(FilesSubtree.NAME)
                || (path.subtree().equals(ConfigurationPath.NAME)
                        && path.segments().size() >= rootDepth(path));
    }

    @Override
    default boolean isAtName() {
        return isAtName(path());
    }

    /** Whether a path, which is where names are mapped, is that of the topmost collection there. */
    static boolean isRoot(DavPath path) {
        return path.segments().size() == rootDepth(path);
    }

    @Override
    default boolean isRoot() {
        return isRoot(path());
    }

    private static int rootDepth(DavPath path) {
        return path.subtree().equals(ConfigurationPath.NAME) ? 2 : 1;
    }

    /** The path in the users' namespace of the same names. */
    default DavPath pathInFiles() {
        List<String> segments = new ArrayList<>(List.of(FilesSubtree.NAME));
        segments.addAll(
                path().segments().subList(rootDepth(path()), path().segments().size()));
        return DavPath.of(segments, path().slash());
    }

    @Override
    default boolean isMapped() {
        return resource() != null;
    }

    @Override
    default boolean isCollection() {
        ResourceView resource = resource();
        return resource != null && resource.collection();
    }

    /**
     * What is stored, which must be under version control.
     *
     * @throws DavException 404 when nothing is mapped, 405 for a working resource, 409 {@code not-versioned}
     */
    default ResourceView versioned() {
        ResourceView view = mapped();
        if (view.isWorking()) {
            throw DavException.methodNotAllowed();
        }
        if (!view.versioning().enabled()) {
            throw DavException.of(409, Conditions.NOT_VERSIONED);
        }
        return view;
    }

    /** Where a write puts a new revision; null when it changes the one that is shown. */
    default @Nullable BranchPosition line() {
        Selection selection = selection();
        return selection == null ? mapped().line() : selection.position();
    }

    /**
     * Lets a change of the content, or of what counts as content, through.
     *
     * @throws DavException 403 {@code cannot-modify-version} for a chosen revision that is not thawed, 409
     *     {@code cannot-modify-version-controlled-content} for what must be checked out first, or locked
     */
    default FilesTarget modifiable() {
        Selection selection = selection();
        if (selection != null && selection.exact() && !mapped().thawed()) {
            throw DavException.of(403, Conditions.CANNOT_MODIFY_VERSION);
        }
        if (line() != null && !mapped().isWritable()) {
            throw DavException.of(409, Conditions.CANNOT_MODIFY_VERSION_CONTROLLED_CONTENT);
        }
        return this;
    }

    /**
     * The collection that the name is in.
     *
     * @throws DavException 409 when there is none
     */
    default Parent existingParent() {
        Parent parent = parent();
        if (parent == null) {
            throw DavException.conflict("The collection that this would be in does not exist.");
        }
        return parent;
    }

    /** The row of the name, of what is mapped where it stands. */
    default long rowId() {
        return Objects.requireNonNull(memberId());
    }

    @Override
    default List<UUID> lineage() {
        ResourceView resource = resource();
        if (resource == null) {
            return ancestors();
        }
        List<UUID> lineage = new ArrayList<>(ancestors());
        lineage.add(resource.id());
        return lineage;
    }

    /** This collection as what is stored in it sees it: as it is, not as something shows it. */
    default Parent asParent() {
        return new Parent(mapped().id(), mapped().versioning(), this instanceof ConfiguredTarget);
    }

    /** A name in this collection at which nothing is mapped, which the configuration has by itself if there is one. */
    default FilesTarget free(String name) {
        return new NamedTarget(path().child(name, false), lineage(), asParent(), null, null);
    }

    /** A member of this collection; below a collection that is shown as it was, everything is. */
    default FilesTarget member(long id, String name, ResourceView member) {
        Selection selection = selection();
        DavPath path = path().child(name, member.collection());
        return selection == null || selection.moment() == null
                ? new NamedTarget(path, lineage(), asParent(), id, member)
                : new NamedTarget(path, lineage(), asParent(), id, member, selection, false);
    }
}
