package io.tidemark.signon;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A user name and a password, as HTTP Basic sends them (RFC 7617). */
record BasicCredentials(String user, String password) {

    private static final String SCHEME = "Basic ";

    /** Whether an {@code Authorization} header is of this scheme, be it well formed or not. */
    static boolean isBasic(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** Reads an {@code Authorization} header; empty for another scheme, and for what is malformed. */
    static Optional<BasicCredentials> parse(@Nullable String header) {
        if (header == null || !isBasic(header)) {
            return Optional.empty();
        }
        try {
            byte[] bytes =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
            String pair = new String(bytes, StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new BasicCredentials(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The password never shows where an object is printed. */
    @Override
    public String toString() {
        return "BasicCredentials of " + user;
    }
}
