package io.tidemark.tool;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Something on the way to the server, or in it, failed that may work the next time. */
public final class TransientException extends IOException {

    private static final long serialVersionUID = 1L;

    public TransientException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
