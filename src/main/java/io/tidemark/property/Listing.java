package io.tidemark.property;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.RevisionsSubtree;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import io.tidemark.target.Tombstones;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads what PROPFIND lists, a page at a time: no transaction and no connection waits for a client that reads slowly. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Listing {

    /** How many members a page has. With many more, PostgreSQL joins a page by reading whole tables. */
    public static final int PAGE = 500;

    @Inject
    private Targets targets;

    @Inject
    private Tombstones tombstones;

    @Inject
    @ConfigProperty(name = "tidemark.propfind.max-infinite", defaultValue = "20000")
    private int maxInfinite;

    /** What a path names; see {@link Targets#existing}. */
    public Target find(DavPath path, VersionHeaders revision) {
        return targets.existing(path, revision);
    }

    /**
     * The collection of all revisions of what a target names (protocol, section 4.2).
     *
     * @throws DavException 404 {@code no-such-revision} when it has none
     */
    public Target history(Target target) {
        ResourceView resource = target.resource();
        if (resource == null || !resource.versioning().enabled()) {
            throw DavException.of(404, Conditions.NO_SUCH_REVISION);
        }
        return targets.of(RevisionsSubtree.historyPath(resource.id()));
    }

    /**
     * Refuses to list everything below a collection when that is too much.
     *
     * @throws DavException 403 {@code propfind-finite-depth}
     */
    public void checkInfinite(Target target) {
        if (target.isCollection() && targets.countBelow(target, maxInfinite) > maxInfinite) {
            throw DavException.of(403, Conditions.PROPFIND_FINITE_DEPTH);
        }
    }

    /** What was deleted in a collection; see {@link Tombstones#list}. */
    public Tombstones.Page tombstones(Target collection, String after) {
        return tombstones.list(collection, after, PAGE);
    }

    /** A page of members; see {@link Targets#members}. */
    public List<Target> members(Target collection, String after) {
        return targets.members(collection, after, PAGE);
    }
}
