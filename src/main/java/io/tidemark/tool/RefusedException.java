package io.tidemark.tool;

import java.io.IOException;
import java.util.Set;

/** The server answered that it will not. */
final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Set<String> conditions;

    RefusedException(String message, int status, Set<String> conditions) {
        super(message);
        this.status = status;
        this.conditions = conditions;
    }

    int status() {
        return status;
    }

    /** Whether the body names a condition of {@code DAV:}. */
    boolean names(String condition) {
        return conditions.contains(condition);
    }
}
