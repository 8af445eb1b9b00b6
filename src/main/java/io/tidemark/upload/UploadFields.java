package io.tidemark.upload;

import io.tidemark.kernel.http.DavRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header fields of draft-ietf-httpbis-resumable-upload, which are structured fields (RFC 9651). One that is malformed
 * counts as absent, as the draft has it.
 */
final class UploadFields {

    /** How many bytes have come, or where those of the request belong. */
    static final String OFFSET = "Upload-Offset";

    /** Whether the request has, or the upload got, its last byte. */
    static final String COMPLETE = "Upload-Complete";

    /** How many bytes the whole has. */
    static final String LENGTH = "Upload-Length";

    /** What an upload must keep to. */
    static final String LIMIT = "Upload-Limit";

    /** The media type of what is appended. */
    static final String PARTIAL = "application/partial-upload";

    static final String TRUE = "?1";
    static final String FALSE = "?0";

    private static final Pattern BOOLEAN = Pattern.compile(" *\\?([01]) *(?:;.*)?");
    private static final Pattern INTEGER = Pattern.compile(" *(\\d{1,15}) *(?:;.*)?");

    private UploadFields() {}

    /** {@code Upload-Complete}. */
    static Optional<Boolean> complete(DavRequest request) {
        return value(request, COMPLETE, BOOLEAN).map("1"::equals);
    }

    /** {@code Upload-Offset}. */
    static Optional<Long> offset(DavRequest request) {
        return value(request, OFFSET, INTEGER).map(Long::valueOf);
    }

    /** {@code Upload-Length}. */
    static Optional<Long> length(DavRequest request) {
        return value(request, LENGTH, INTEGER).map(Long::valueOf);
    }

    /** The value of {@code Upload-Limit}, ages in seconds. */
    static String limit(long maxSize, long maxAge) {
        return "max-size=" + maxSize + ", max-age=" + maxAge;
    }

    private static Optional<String> value(DavRequest request, String name, Pattern pattern) {
        return Optional.ofNullable(request.header(name))
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }
}
