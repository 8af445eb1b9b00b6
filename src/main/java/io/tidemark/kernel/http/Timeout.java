package io.tidemark.kernel.http;

import io.tidemark.kernel.error.DavException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Timeout} header: how long a lock is wanted for (RFC 4918, section 10.7).
 *
 * @param seconds the wish in seconds; empty for {@code Infinite}
 */
public record Timeout(Optional<Long> seconds) {

    private static final long MAX_SECONDS = 0xFFFFFFFFL;

    /**
     * Parses the header; the first of several wishes counts.
     *
     * @return empty when the header is absent
     * @throws DavException 400 when it is malformed
     */
    public static Optional<Timeout> parse(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        Timeout first = null;
        for (String wish : header.split(",", -1)) {
            Timeout parsed = parseOne(wish.strip());
            first = first == null ? parsed : first;
        }
        return Optional.ofNullable(first);
    }

    private static Timeout parseOne(String wish) {
        if (wish.equalsIgnoreCase("Infinite")) {
            return new Timeout(Optional.empty());
        }
        if (wish.regionMatches(true, 0, "Second-", 0, 7)) {
            String digits = wish.substring(7);
            if (!digits.isEmpty() && digits.length() <= 19 && digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
                try {
                    return new Timeout(Optional.of(Math.min(Long.parseLong(digits), MAX_SECONDS)));
                } catch (NumberFormatException e) {
                    return new Timeout(Optional.of(MAX_SECONDS));
                }
            }
        }
        throw DavException.badRequest("The Timeout header is malformed.");
    }
}
