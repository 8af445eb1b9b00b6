package io.tidemark.access;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.target.FixedCollection;
import io.tidemark.target.Nothing;
import io.tidemark.target.Subtree;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code /principals/}: users and groups. The container's realm cannot be asked who there is; so a user finds itself here,
 * and the groups are the roles.
 */
@ApplicationScoped
public class PrincipalsSubtree implements Subtree {

    @Inject
    private Principal caller;

    @Override
    public String name() {
        return Principals.SUBTREE;
    }

    @Override
    public Target resolve(DavPath path) {
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
    public List<Target> members(Target collection, String after, int limit) {
        DavPath path = collection.path();
        Stream<String> names =
                path.segments().size() == 1 ? Stream.of(Principals.GROUPS, Principals.USERS) : members(path.name());
        return names.sorted()
                .filter(name -> name.compareTo(after) > 0)
                .limit(limit)
                .map(name -> resolve(path.child(name, false)))
                .toList();
    }

    @Override
    public int countBelow(Target collection, int limit) {
        return collection.path().segments().size() == 1 ? 3 + Roles.ALL.size() : Roles.ALL.size();
    }

    private Stream<String> members(String kind) {
        return kind.equals(Principals.USERS) ? Stream.of(caller.getName()) : Roles.ALL.stream();
    }
}
