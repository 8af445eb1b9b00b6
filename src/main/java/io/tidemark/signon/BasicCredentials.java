package io.tidemark.signon;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user name and a password, as HTTP Basic sends them (RFC 7617): in UTF-8, as the challenge asks, or else in ISO 8859-1, as
 * older programs do. What is not UTF-8 has but the second reading, so that nobody has two guesses.
 */
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
            String pair = text(bytes);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new BasicCredentials(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** The header that says the same in UTF-8, which the container reads. */
    String header() {
        return SCHEME + Base64.getEncoder().encodeToString(pair().getBytes(StandardCharsets.UTF_8));
    }

    /** Both in one text. No user name holds a colon (RFC 7617, section 2), so that no two pairs are written alike. */
    String pair() {
        return user + ':' + password;
    }

    /** The password never shows where an object is printed. */
    @Override
    public String toString() {
        return "BasicCredentials of " + user;
    }
}
