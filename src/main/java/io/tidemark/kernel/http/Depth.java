package io.tidemark.kernel.http;

import io.tidemark.kernel.error.DavException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The {@code Depth} header (RFC 4918, section 10.2). */
public enum Depth {
    /** Only the resource. */
    ZERO("0"),
    /** The resource and its members. */
    ONE("1"),
    /** The resource and everything below it. */
    INFINITY("infinity");

    private final String token;

    Depth(String token) {
        this.token = token;
    }

    /**
     * Parses the header.
     *
     * @param absent what holds when the header is absent
     * @throws DavException 400 when it is malformed
     */
    public static Depth parse(@Nullable String header, Depth absent) {
        if (header == null) {
            return absent;
        }
        return switch (header.strip().toLowerCase(Locale.ROOT)) {
            case "0" -> ZERO;
            case "1" -> ONE;
            case "infinity" -> INFINITY;
            default -> throw DavException.badRequest("The Depth header is malformed.");
        };
    }

    /** The value as RFC 4918 writes it. */
    @Override
    public String toString() {
        return token;
    }
}
