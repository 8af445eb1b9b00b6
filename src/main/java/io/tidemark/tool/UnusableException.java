package io.tidemark.tool;

/** The user asked for something that cannot be done like this; its message says why. */
public final class UnusableException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnusableException(String message) {
        super(message);
    }
}
