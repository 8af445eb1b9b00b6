package io.tidemark.access;

import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.target.FixedCollection;
import io.tidemark.target.Nothing;
import io.tidemark.target.Subtree;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code /principals/}: users and groups. The container's realm cannot be asked who there is; so a user finds itself here,
 * with its groups, and the roles.
 */
@ApplicationScoped
public class PrincipalsSubtree implements Subtree {

    @Inject
    private Caller caller;

    @Inject
    private AppPasswordTree appPasswords;

    @Override
    public String name() {
        return Principals.SUBTREE;
    }

    @Override
    public Target resolve(DavPath path) {
        if (AppPasswordTree.holds(path)) {
            return appPasswords.resolve(path);
        }
        List<String> names = path.segments();
        return switch (names.size()) {
            case 1 -> new FixedCollection(path.asCollection(true));
            case 2 ->
                names.get(1).equals(Principals.USERS) || names.get(1).equals(Principals.GROUPS)
                        ? new FixedCollection(path.asCollection(true))
                        : new Nothing(path);
            case 3 ->
                members(names.get(1)).anyMatch(names.get(2)::equals)
                        ? new PrincipalTarget(path.asCollection(false))
                        : new Nothing(path);
            default -> new Nothing(path);
        };
    }

    @Override
    public List<? extends Target> members(Target collection, String after, int limit) {
        DavPath path = collection.path();
        if (AppPasswordTree.holds(path)) {
            return appPasswords.members(path, after, limit);
        }
        Stream<String> names = path.segments().size() == 1 ? kinds() : members(path.name());
        return names.sorted()
                .filter(name -> name.compareTo(after) > 0)
                .limit(limit)
                .map(name -> resolve(path.child(name, false)))
                .toList();
    }

    @Override
    public int countBelow(Target collection, int limit) {
        DavPath path = collection.path();
        if (AppPasswordTree.holds(path)) {
            return appPasswords.countBelow(path);
        }
        int groups = known(caller).size();
        return path.segments().size() == 1 ? (int) kinds().count() + 1 + groups : groups;
    }

    /** Who came with an app password does not see them. */
    private Stream<String> kinds() {
        return Stream.of(Principals.APP_PASSWORDS, Principals.GROUPS, Principals.USERS)
                .filter(kind -> !kind.equals(Principals.APP_PASSWORDS) || appPasswords.areOpen());
    }

    private Stream<String> members(String kind) {
        return kind.equals(Principals.USERS) ? Stream.of(caller.name()) : known(caller).stream();
    }

    private static Set<String> known(Caller caller) {
        Set<String> known = Principals.groups(caller);
        known.addAll(Roles.ALL);
        return known;
    }
}
