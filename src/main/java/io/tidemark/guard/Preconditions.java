package io.tidemark.guard;

import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.EntityTags;
import io.tidemark.kernel.http.HttpDate;
import io.tidemark.kernel.http.IfHeader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request wants to hold before it acts: the conditional headers of RFC 7232 and the {@code If} header.
 *
 * @param host the request's {@code Host}, against which URLs in the {@code If} header are read
 */
public record Preconditions(
        Optional<EntityTags> ifMatch,
        Optional<EntityTags> ifNoneMatch,
        Optional<Instant> ifModifiedSince,
        Optional<Instant> ifUnmodifiedSince,
        Optional<IfHeader> ifHeader,
        @Nullable String host) {

    /** No conditions. */
    public static final Preconditions NONE = new Preconditions(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), null);

    /**
     * Reads the headers of a request.
     *
     * @throws io.tidemark.kernel.error.DavException 400 when one is malformed
     */
    public static Preconditions of(DavRequest request) {
        return new Preconditions(
                EntityTags.parse(request.header("If-Match")),
                EntityTags.parse(request.header("If-None-Match")),
                HttpDate.parse(request.header("If-Modified-Since")),
                HttpDate.parse(request.header("If-Unmodified-Since")),
                IfHeader.parse(request.header("If")),
                request.host());
    }

    /** These without {@code If-Modified-Since}, which says something to reads alone (RFC 7232, section 3.3). */
    Preconditions withoutIfModifiedSince() {
        return new Preconditions(ifMatch, ifNoneMatch, Optional.empty(), ifUnmodifiedSince, ifHeader, host);
    }

    /** The state tokens that the request submits. */
    public List<String> submittedTokens() {
        return ifHeader.map(IfHeader::submittedTokens).orElse(List.of());
    }
}
