package io.tidemark.history.restore;

import io.tidemark.kernel.http.DavPath;
import java.util.HashSet;
import java.util.Set;

/**
 * What of a collection a restore is about: all of it, or some members with what is below them.
 *
 * @param members the members' paths, without slashes at their ends; none for all
 * @param above the collections that lead to them
 */
record Scope(Set<DavPath> members, Set<DavPath> above) {

    /** Some members of a collection; none for all. */
    Scope(Set<DavPath> members) {
        this(members, ways(members));
    }

    /** Whether a name is in it. */
    boolean contains(DavPath path) {
        DavPath at = path.asCollection(false);
        while (!members.isEmpty() && !members.contains(at)) {
            if (at.segments().size() <= 1) {
                return false;
            }
            at = at.parent().asCollection(false);
        }
        return true;
    }

    /** Whether a name is in it, or something below it may be. */
    boolean leadsThrough(DavPath path) {
        return contains(path) || above.contains(path.asCollection(false));
    }

    private static Set<DavPath> ways(Set<DavPath> members) {
        Set<DavPath> ways = new HashSet<>();
        for (DavPath member : members) {
            DavPath at = member;
            while (at.segments().size() > 1 && ways.add(at.parent().asCollection(false))) {
                at = at.parent();
            }
        }
        return ways;
    }
}
