package io.tidemark.tool;

import java.io.IOException;
import java.util.Set;

/** The server answered that it will not. */
public final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Set<String> conditions;

    /** Says with which status, and what conditions its body names. */
    public RefusedException(String message, int status, Set<String> conditions) {
        super(message);
        this.status = status;
        this.conditions = conditions;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Whether the body names a condition of {@code DAV:}. */
    public boolean names(String condition) {
        return conditions.contains(condition);
    }
}
