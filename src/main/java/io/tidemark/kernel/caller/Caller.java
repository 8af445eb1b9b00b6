package io.tidemark.kernel.caller;

import java.util.Set;

/**
 * Who asks, as the container has authenticated it: the one place to ask for the name, the groups and the roles. It can be
 * injected everywhere, and answers for the current request.
 */
public interface Caller {

    /** The principal's name: author, owner of locks, and owner of what it creates (protocol, section 6). */
    String name();

    /**
     * The groups, as the realm names them: groups of a directory, realm roles and groups of an OpenID provider, roles of
     * the built-in realm. No role of Tidemark's is among them unless the realm names a group so.
     */
    Set<String> groups();

    /** Whether a group of the caller gives it a role of Tidemark's: {@code reader}, {@code writer} or {@code admin}. */
    boolean isIn(String role);
}
