package io.tidemark.access;

import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.http.DavPath;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where principals are found (RFC 3744, section 2): {@code /principals/users/{name}} and {@code /principals/groups/{name}}. */
public final class Principals {

    /** The subtree's name. */
    public static final String SUBTREE = "principals";

    /** The collection of users. */
    public static final String USERS = "users";

    /** The collection of groups. */
    public static final String GROUPS = "groups";

    /** The collection of app passwords, in which each user has a collection of its own. */
    public static final String APP_PASSWORDS = "app-passwords";

    private Principals() {}

    /** The groups and the roles that a caller is in, by name. */
    public static Set<String> groups(Caller caller) {
        Set<String> groups = new TreeSet<>(caller.groups());
        Roles.ALL.stream().filter(caller::isIn).forEach(groups::add);
        return groups;
    }

    /** The path of a user. */
    public static DavPath user(String name) {
        return of(true, name);
    }

    /** The path of a group. */
    public static DavPath group(String name) {
        return of(false, name);
    }

    /** The path of a user, or else of a group. */
    public static DavPath of(boolean user, String name) {
        return DavPath.of(List.of(SUBTREE, user ? USERS : GROUPS, name), false);
    }
}
