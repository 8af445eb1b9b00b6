package io.tidemark.kernel.http;

import io.tidemark.kernel.error.DavException;
import org.jspecify.annotations.Nullable;

/** The {@code Overwrite} header (RFC 4918, section 10.6). */
public final class Overwrite {

    private Overwrite() {}

    /**
     * Whether an existing destination may be replaced; so it is when the header is absent.
     *
     * @throws DavException 400 when it is malformed
     */
    public static boolean parse(@Nullable String header) {
        if (header == null) {
            return true;
        }
        return switch (header.strip()) {
            case "T", "t" -> true;
            case "F", "f" -> false;
            default -> throw DavException.badRequest("The Overwrite header is malformed.");
        };
    }
}
