package io.tidemark.cli;

import java.io.IOException;
import java.util.List;

/** A command that could not do what it was asked, in one sentence for its user. */
final class FailedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int exit;
    private final int status;
    private final transient List<String> conditions;

    FailedException(int exit, String message) {
        this(exit, message, 0, List.of());
    }

    /**
     * A refusal of the server.
     *
     * @param status its HTTP status; 0 for none
     * @param conditions the local names that its body gives
     */
    FailedException(int exit, String message, int status, List<String> conditions) {
        super(message);
        this.exit = exit;
        this.status = status;
        this.conditions = conditions;
    }

    static FailedException usage(String message) {
        return new FailedException(Exit.USAGE, message);
    }

    int exit() {
        return exit;
    }

    int status() {
        return status;
    }

    List<String> conditions() {
        return conditions;
    }
}
