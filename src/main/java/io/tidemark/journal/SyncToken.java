package io.tidemark.journal;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sync token (RFC 6578, section 3.2), opaque to clients. It says which life of which store handed it out, for which
 * collection, and up to which change the client has seen that collection.
 *
 * @param number the change up to which the client has everything, or for a truncated answer will have it at the end
 * @param link the beginning of that change's hash: in a store that was restored and written to again, another change has
 *     that number
 * @param resume where a truncated answer goes on; null for a complete one
 */
public record SyncToken(
        UUID incarnation,
        UUID collection,
        long number,
        String link,
        @Nullable String resume) {

    private static final String PREFIX = "urn:tidemark:sync:";
    private static final int MAX_LENGTH = 16 * 1024;
    private static final String UUID_PATTERN = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern FORM = Pattern.compile(
            PREFIX + UUID_PATTERN + ":" + UUID_PATTERN + ":(0|[1-9][0-9]{0,17}):([0-9a-f]{8})(?::([0-9A-Za-z.-]+))?");

    /** Reads a token; empty when this is none of ours. */
    public static Optional<SyncToken> parse(String uri) {
        if (uri.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(uri);
        return matcher.matches()
                ? Optional.of(new SyncToken(
                        UUID.fromString(matcher.group(1)),
                        UUID.fromString(matcher.group(2)),
                        Long.parseLong(matcher.group(3)),
                        matcher.group(4),
                        matcher.group(5)))
                : Optional.empty();
    }

    /** Whether a state token is of the form that sync tokens have. */
    public static boolean isToken(String uri) {
        return uri.startsWith(PREFIX);
    }

    /** The same token for something else that stands where this does. */
    public SyncToken of(UUID other) {
        return new SyncToken(incarnation, other, number, link, resume);
    }

    /** The same token for the answer that the last of a series of truncated ones completes. */
    public SyncToken complete() {
        return new SyncToken(incarnation, collection, number, link, null);
    }

    /** The same token for an answer that goes on at {@code position}. */
    public SyncToken resumingAt(String position) {
        return new SyncToken(incarnation, collection, number, link, position);
    }

    /** The token as clients see it. */
    @Override
    public String toString() {
        String token = PREFIX + incarnation + ':' + collection + ':' + number + ':' + link;
        return resume == null ? token : token + ':' + resume;
    }
}
