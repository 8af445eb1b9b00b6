package io.tidemark.target;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.kernel.memory.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Turns paths into what they name. */
@ApplicationScoped
public class Targets {

    private final List<Subtree> subtrees;

    private final RevisionSelector revisions;

    private final Visibility visibility;

    /** Works with every subtree that a room provides. */
    @Inject
    public Targets(Instance<Subtree> subtrees, RevisionSelector revisions, Visibility visibility) {
        this.subtrees =
                subtrees.stream().sorted(Comparator.comparing(Subtree::name)).toList();
        this.revisions = revisions;
        this.visibility = visibility;
    }

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    protected Targets() {
        this.subtrees = List.of();
        this.revisions = null;
        this.visibility = null;
    }

    /** What a path names, as far as the caller may see it. */
    public Target of(DavPath path) {
        if (path.isRoot()) {
            return new FixedCollection(path);
        }
        Target found = subtree(path).map(subtree -> subtree.resolve(path)).orElseGet(() -> new Nothing(path));
        return found instanceof FilesTarget files && !files.unrestricted() ? visibility.seen(files, path) : found;
    }

    /** Whether a path leads to, or through, what the caller may not see. */
    public boolean isHidden(DavPath path) {
        return subtree(path)
                .map(subtree -> subtree.resolve(path))
                .filter(found ->
                        found instanceof FilesTarget files && !files.unrestricted() && !visibility.shows(files))
                .isPresent();
    }

    /**
     * What a path names, which must be something.
     *
     * @throws DavException 404 when it names nothing
     */
    public Target existing(DavPath path) {
        Target target = of(path);
        if (target instanceof FilesTarget files) {
            files.mapped();
        } else if (!target.isMapped()) {
            throw DavException.notFound();
        }
        return target;
    }

    /**
     * What a path names, as the revision shows it that the headers choose.
     *
     * @throws DavException 404 when there is no such thing, or no such revision
     */
    public Target existing(DavPath path, VersionHeaders headers) {
        Target named = headers.path().isPresent()
                ? visibility.seen(revisions.walk(path, headers.path().get()), path)
                : existing(path);
        return select(named, headers);
    }

    /** The same target as the revision shows it that the headers choose. What has no revisions has no other. */
    public Target select(Target target, VersionHeaders headers) {
        return headers.isNone() || !(target instanceof FilesTarget files) ? target : revisions.select(files, headers);
    }

    /** A page of the members of a collection that the caller may see; see {@link Subtree#members}. */
    public List<Target> members(Target collection, String after, int limit) {
        if (collection.path().isRoot()) {
            return subtrees.stream()
                    .filter(Subtree::isListed)
                    .map(Subtree::name)
                    .filter(name -> name.compareTo(after) > 0)
                    .limit(limit)
                    .map(name -> of(DavPath.ROOT.child(name, true)))
                    .toList();
        }
        return subtree(collection.path())
                .map(subtree -> visible(subtree, collection, after, limit))
                .orElse(List.of());
    }

    /** {@link #members} of a collection of stored ones. */
    public List<FilesTarget> stored(FilesTarget collection, String after, int limit) {
        return members(collection, after, limit).stream()
                .map(FilesTarget.class::cast)
                .toList();
    }

    /** All {@link #stored} members of a collection, page by page. */
    public Iterable<List<FilesTarget>> pages(FilesTarget collection, int size) {
        return Pages.of(
                size, last -> stored(collection, last == null ? "" : last.path().name(), size));
    }

    /** What does not show leaves no gap in a page: one that is not full is the last. */
    private List<Target> visible(Subtree subtree, Target collection, String after, int limit) {
        List<Target> visible = new ArrayList<>();
        String last = after;
        while (true) {
            int wanted = limit - visible.size();
            List<? extends Target> page = subtree.members(collection, last, wanted);
            visible.addAll(visibility.shown(page));
            if (page.size() < wanted || visible.size() == limit) {
                return visible;
            }
            last = page.get(page.size() - 1).path().name();
        }
    }

    /** Counts what is below a collection; see {@link Subtree#countBelow}. */
    public int countBelow(Target collection, int limit) {
        if (collection.path().isRoot()) {
            int count = 0;
            for (Subtree subtree : subtrees.stream().filter(Subtree::isListed).toList()) {
                count += 1 + subtree.countBelow(of(DavPath.ROOT.child(subtree.name(), true)), limit);
            }
            return count;
        }
        return subtree(collection.path())
                .map(subtree -> subtree.countBelow(collection, limit))
                .orElse(0);
    }

    /** Which members a collection has that the server itself provides; see {@link Subtree#state}. */
    public String state(Target collection) {
        return subtree(collection.path())
                .map(subtree -> subtree.state(collection))
                .orElse("");
    }

    /** Whether a request may change what is at a path; see {@link Subtree#isWritable}. */
    public boolean isWritable(DavPath path) {
        return subtree(path).map(subtree -> subtree.isWritable(path)).orElse(true);
    }

    private Optional<Subtree> subtree(DavPath path) {
        return subtrees.stream()
                .filter(subtree -> subtree.name().equals(path.subtree()))
                .findFirst();
    }
}
