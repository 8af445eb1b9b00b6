package io.tidemark.target;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.BranchPosition;
import io.tidemark.namespace.Parent;
import io.tidemark.namespace.ResourceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is stored at a URL: a file or a collection below {@code /files/}, one revision, or a working resource.
 *
 * @param ancestors the collections that the path leads through, outermost first, as far as they are there
 * @param parent the collection that the name is in; null when it is missing, or for {@code /files/} itself
 * @param memberId the row of the name, which may outlive its mapping; null when there is none
 * @param resource what is mapped there; null for nothing
 * @param selection which revision of it was chosen; null for what a plain request gets
 * @param unrestricted whether it was read when nobody had ever granted anything: it shows to everybody
 */
public record FilesTarget(
        DavPath path,
        List<UUID> ancestors,
        @Nullable Parent parent,
        @Nullable Long memberId,
        @Nullable ResourceView resource,
        @Nullable Selection selection,
        @Nullable Configured configured,
        boolean unrestricted)
        implements Target {

    /** The subtree in which configurations have their trees. */
    public static final String CONFIGURATIONS = "configurations";

    private static final int CONFIGURATION_DEPTH = 2;

    /** What a plain request gets. */
    public FilesTarget(
            DavPath path,
            List<UUID> ancestors,
            @Nullable Parent parent,
            @Nullable Long memberId,
            @Nullable ResourceView resource) {
        this(path, ancestors, parent, memberId, resource, null, null, false);
    }

    /** What was chosen of what is stored. */
    public FilesTarget(
            DavPath path,
            List<UUID> ancestors,
            @Nullable Parent parent,
            @Nullable Long memberId,
            @Nullable ResourceView resource,
            @Nullable Selection selection) {
        this(path, ancestors, parent, memberId, resource, selection, null, false);
    }

    /** What a configuration shows. */
    public FilesTarget(
            DavPath path,
            List<UUID> ancestors,
            @Nullable Parent parent,
            @Nullable Long memberId,
            @Nullable ResourceView resource,
            @Nullable Selection selection,
            @Nullable Configured configured) {
        this(path, ancestors, parent, memberId, resource, selection, configured, false);
    }

    /** Whether a path is where names are mapped: below {@code /files/}, or in the tree of a configuration. */
    public static boolean isAtName(DavPath path) {
        return path.subtree().equals(FilesSubtree.NAME)
                || (path.subtree().equals(CONFIGURATIONS) && path.segments().size() >= CONFIGURATION_DEPTH);
    }

    /** Whether it is where names are mapped: in the users' namespace, or in the tree of a configuration. */
    public boolean isAtName() {
        return isAtName(path);
    }

    /** Whether it is a collection that a workspace shows with members which are not its own. */
    public boolean isMerged() {
        return configured != null && configured.sheets().stream().anyMatch(sheet -> !sheet.own());
    }

    /** Whether a configuration shows it that is not the files themselves. */
    public boolean isConfigured() {
        return configured != null;
    }

    /** Whether it is a collection whose members a rule selects; nothing that changes there is recorded. */
    public boolean isSelected() {
        return configured != null && isCollection() && configured.sheets().isEmpty();
    }

    /** Whether the same configuration shows another target. */
    public boolean isInSameConfiguration(FilesTarget other) {
        UUID here = configured == null ? null : configured.configuration();
        UUID there = other.configured == null ? null : other.configured.configuration();
        return Objects.equals(here, there);
    }

    /** Whether it is a working resource, which has neither name nor revisions. */
    public boolean isWorking() {
        return resource != null && resource.isWorking();
    }

    /**
     * What is stored, which must be under version control.
     *
     * @throws DavException 404 when nothing is mapped, 405 for a working resource, 409 {@code not-versioned}
     */
    public ResourceView versioned() {
        ResourceView view = mapped();
        if (view.isWorking()) {
            throw DavException.methodNotAllowed();
        }
        if (!view.versioning().enabled()) {
            throw DavException.of(409, Conditions.NOT_VERSIONED);
        }
        return view;
    }

    /** Whether the name is where a plain request gets it from, and not what a configuration shows of another's. */
    boolean isOwn() {
        return configured == null || (parent != null && parent.own() && memberId != null);
    }

    /** The same, known to be restricted to nobody. */
    FilesTarget shownToAll() {
        return new FilesTarget(path, ancestors, parent, memberId, resource, selection, configured, true);
    }

    /**
     * What a URL leads to when there is nothing, in the same configuration, which is there.
     *
     * @param depth how many of the collections are there that its path leads through
     */
    public FilesTarget missing(DavPath asked, int depth) {
        Configured in = configured == null ? null : new Configured(configured.configuration(), List.of());
        return new FilesTarget(
                asked, ancestors.subList(0, Math.min(depth, ancestors.size())), null, null, null, null, in);
    }

    /** The same, with what its configuration makes of it. */
    public FilesTarget in(Configured view) {
        return new FilesTarget(path, ancestors, parent, memberId, resource, selection, view);
    }

    /** The same, as its rows are by now. */
    FilesTarget showing(ResourceView view) {
        return new FilesTarget(path, ancestors, parent, memberId, view, selection, configured);
    }

    /** The same URL, with another revision chosen. */
    public FilesTarget select(ResourceView view, Selection selected) {
        return new FilesTarget(path, ancestors, parent, memberId, view, selected, configured);
    }

    /** Where a write puts a new revision; null when it changes the one that is shown. */
    public @Nullable BranchPosition line() {
        if (selection == null) {
            BranchPosition plain = mapped().line();
            return plain == null || configured == null || mapped().collection()
                    ? plain
                    : configured.line(mapped().revision());
        }
        return selection.exact() ? null : selection.position();
    }

    /**
     * Lets a change of the content, or of what counts as content, through.
     *
     * @throws DavException 403 {@code cannot-modify-version} for a chosen revision that is not thawed, 409
     *     {@code cannot-modify-version-controlled-content} for what must be checked out first
     */
    public FilesTarget modifiable() {
        if (selection != null && selection.exact() && !mapped().thawed()) {
            throw DavException.of(403, Conditions.CANNOT_MODIFY_VERSION);
        }
        if (line() != null && !mapped().versioning().auto()) {
            throw DavException.of(409, Conditions.CANNOT_MODIFY_VERSION_CONTROLLED_CONTENT);
        }
        return this;
    }

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
        return isRoot(path);
    }

    /** Whether a path, which is where names are mapped, is that of the topmost collection there. */
    public static boolean isRoot(DavPath path) {
        return path.segments().size() == rootDepth(path);
    }

    private static int rootDepth(DavPath path) {
        return path.subtree().equals(CONFIGURATIONS) ? CONFIGURATION_DEPTH : 1;
    }

    /** The path in the users' namespace of the same names. */
    public DavPath pathInFiles() {
        List<String> segments = new ArrayList<>(List.of(FilesSubtree.NAME));
        segments.addAll(path.segments().subList(rootDepth(path), path.segments().size()));
        return DavPath.of(segments, path.slash());
    }

    /**
     * The stored resource.
     *
     * @throws DavException 404 when nothing is mapped
     */
    public ResourceView mapped() {
        if (resource == null) {
            throw configured == null ? DavException.notFound() : DavException.of(404, Conditions.NOT_IN_CONFIGURATION);
        }
        return resource;
    }

    /**
     * The collection that the name is in.
     *
     * @throws DavException 409 when there is none
     */
    public Parent existingParent() {
        if (parent == null) {
            throw DavException.conflict("The collection that this would be in does not exist.");
        }
        return parent;
    }

    /** The row of the name, of what is mapped where it stands. */
    public long rowId() {
        return Objects.requireNonNull(memberId);
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
        Parent here = new Parent(mapped().id(), mapped().versioning());
        return new FilesTarget(path.child(name, member.collection()), lineage(), here, id, member, memberSelection());
    }

    /** A name in this collection, which the configuration has by itself if there is one, that nothing is mapped at. */
    public FilesTarget free(String name) {
        Parent here = new Parent(mapped().id(), mapped().versioning(), isConfigured());
        Configured nothing = configured == null ? null : new Configured(configured.configuration(), List.of());
        return new FilesTarget(path.child(name, false), lineage(), here, null, null, null, nothing);
    }

    /** Below a collection that is shown as it was, everything is. */
    private @Nullable Selection memberSelection() {
        return selection == null || selection.moment() == null ? null : selection;
    }
}
