package io.tidemark.target;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Turns paths into what they name. */
@ApplicationScoped
public class Targets {

    private final List<Subtree> subtrees;

    /** Works with every subtree that a room provides. */
    @Inject
    public Targets(Instance<Subtree> subtrees) {
        this.subtrees =
                subtrees.stream().sorted(Comparator.comparing(Subtree::name)).toList();
    }

    /** For the container's proxies. */
    protected Targets() {
        this.subtrees = List.of();
    }

    /** What a path names. */
    public Target of(DavPath path) {
        if (path.isRoot()) {
            return new FixedCollection(path);
        }
        return subtree(path).map(subtree -> subtree.resolve(path)).orElseGet(() -> new Nothing(path));
    }

    /**
     * What a path names, which must be something.
     *
     * @throws DavException 404 when it names nothing
     */
    public Target existing(DavPath path) {
        Target target = of(path);
        if (!target.isMapped()) {
            throw DavException.notFound();
        }
        return target;
    }

    /** A page of a collection's members; see {@link Subtree#members}. */
    public List<Target> members(Target collection, String after, int limit) {
        if (collection.path().isRoot()) {
            return subtrees.stream()
                    .map(Subtree::name)
                    .filter(name -> name.compareTo(after) > 0)
                    .limit(limit)
                    .map(name -> of(DavPath.ROOT.child(name, true)))
                    .toList();
        }
        return subtree(collection.path())
                .map(subtree -> subtree.members(collection, after, limit))
                .orElse(List.of());
    }

    /** Counts what is below a collection; see {@link Subtree#countBelow}. */
    public int countBelow(Target collection, int limit) {
        if (collection.path().isRoot()) {
            int count = 0;
            for (Subtree subtree : subtrees) {
                count += 1 + subtree.countBelow(of(DavPath.ROOT.child(subtree.name(), true)), limit);
            }
            return count;
        }
        return subtree(collection.path())
                .map(subtree -> subtree.countBelow(collection, limit))
                .orElse(0);
    }

    private Optional<Subtree> subtree(DavPath path) {
        return subtrees.stream()
                .filter(subtree -> subtree.name().equals(path.subtree()))
                .findFirst();
    }
}
