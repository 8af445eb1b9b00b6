package io.tidemark.tool;

/** A member URL that has no safe place in a local directory. */
public final class UnsafeNameException extends Exception {

    private static final long serialVersionUID = 1L;

    UnsafeNameException(String message) {
        super(message);
    }
}
