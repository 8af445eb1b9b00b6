package io.tidemark.rights.report;

import io.tidemark.access.Principals;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** The principals that the caller may know of: itself, and groups. */
@ApplicationScoped
class PrincipalSearch {

    private static final DavPath ROOT = DavPath.of(List.of(Principals.SUBTREE), true);
    private static final DavPath USERS = ROOT.child(Principals.USERS, true);
    private static final DavPath GROUPS = ROOT.child(Principals.GROUPS, true);

    /** Where they are searched for. */
    static final List<DavPath> COLLECTIONS = List.of(ROOT, USERS, GROUPS);

    /** More groups than a user is in, and few enough to be held in memory. */
    private static final int MOST = 10_000;

    @Inject
    private Targets targets;

    /** Those in a collection. */
    List<Target> in(Target collection) {
        Stream<DavPath> collections =
                collection.path().samePlace(ROOT) ? Stream.of(USERS, GROUPS) : Stream.of(collection.path());
        return collections
                .flatMap(path -> targets.members(targets.of(path), "", MOST).stream())
                .toList();
    }
}
