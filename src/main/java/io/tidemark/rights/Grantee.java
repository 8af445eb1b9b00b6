package io.tidemark.rights;

import io.tidemark.access.Roles;
import io.tidemark.kernel.caller.Caller;

/**
 * Whom something is granted.
 *
 * @param name the user's or group's name; empty for everyone
 */
public record Grantee(Kind kind, String name) {

    /** Whoever has a role. */
    public static final Grantee EVERYONE = new Grantee(Kind.EVERYONE, "");

    /** What a grantee is. */
    public enum Kind {
        /** One user. */
        USER,
        /** Everybody in a group of the realm, or in a role of Tidemark's. */
        GROUP,
        /** Everybody who may come in at all. */
        EVERYONE
    }

    /** Whether the caller is meant. */
    boolean includes(Caller caller) {
        return switch (kind) {
            case USER -> caller.name().equals(name);
            case GROUP -> caller.groups().contains(name) || (Roles.ALL.contains(name) && caller.isIn(name));
            case EVERYONE -> true;
        };
    }
}
