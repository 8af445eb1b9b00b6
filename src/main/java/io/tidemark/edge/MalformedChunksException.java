package io.tidemark.edge;

import java.io.IOException;

/** A body in chunks that does not end where it says, or says nowhere where it ends (RFC 9112, section 7.1). */
final class MalformedChunksException extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedChunksException(String message) {
        super(message);
    }
}
