package io.tidemark.access;

import java.util.List;

/** The roles that the container gives to principals (protocol, section 6). */
public final class Roles {

    /** May use safe methods. */
    public static final String READER = "reader";

    /** May change what is not somebody else's. */
    public static final String WRITER = "writer";

    /** May besides destroy, and take away other users' locks. */
    public static final String ADMIN = "admin";

    /** All of them. */
    public static final List<String> ALL = List.of(READER, WRITER, ADMIN);

    private Roles() {}
}
