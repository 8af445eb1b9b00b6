package io.tidemark.replica;

/** Something is not as it was when it was looked at: nothing was done, and it has to be looked at again. */
final class StaleException extends Exception {

    private static final long serialVersionUID = 1L;

    StaleException(String message) {
        super(message);
    }
}
