package io.tidemark.guard;

import io.tidemark.kernel.http.CodedUrl;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.EntityTags;
import io.tidemark.kernel.http.HttpDate;
import io.tidemark.kernel.http.IfHeader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a request wants to hold before it acts: the conditional headers of RFC 7232 and the {@code If} header.
 *
 * @param lockToken the {@code Lock-Token} header of a request that may submit a token so
 * @param host the request's {@code Host}, against which URLs in the {@code If} header are read
 */
public record Preconditions(
        Optional<EntityTags> ifMatch,
        Optional<EntityTags> ifNoneMatch,
        Optional<Instant> ifModifiedSince,
        Optional<Instant> ifUnmodifiedSince,
        Optional<IfHeader> ifHeader,
        Optional<String> lockToken,
        @Nullable String host) {

    /** No conditions. */
    public static final Preconditions NONE = new Preconditions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            null);

    /**
     * Reads the headers of a request.
     *
     * @throws io.tidemark.kernel.error.DavException 400 when one is malformed
     */
    public static Preconditions of(DavRequest request) {
        return new Preconditions(
                EntityTags.parse(request.header("If-Match")),
                EntityTags.parseLeniently(request.header("If-None-Match")),
                HttpDate.parse(request.header("If-Modified-Since")),
                HttpDate.parse(request.header("If-Unmodified-Since")),
                IfHeader.parse(request.header("If")),
                Optional.empty(),
                request.host());
    }

    /**
     * Reads the headers of a request about a working resource, whose lock {@code Lock-Token} may name (protocol, section
     * 4.7).
     *
     * @throws io.tidemark.kernel.error.DavException 400 when one is malformed
     */
    public static Preconditions ofCheckout(DavRequest request) {
        Preconditions read = of(request);
        Optional<String> token =
                Optional.ofNullable(request.header("Lock-Token")).map(CodedUrl::parse);
        return new Preconditions(
                read.ifMatch,
                read.ifNoneMatch,
                read.ifModifiedSince,
                read.ifUnmodifiedSince,
                read.ifHeader,
                token,
                read.host);
    }

    /** These without {@code If-Modified-Since}, which says something to reads alone (RFC 7232, section 3.3). */
    Preconditions withoutIfModifiedSince() {
        return new Preconditions(ifMatch, ifNoneMatch, Optional.empty(), ifUnmodifiedSince, ifHeader, lockToken, host);
    }

    /** The state tokens that the request submits. */
    public List<String> submittedTokens() {
        return Stream.concat(ifHeader.map(IfHeader::submittedTokens).stream().flatMap(List::stream), lockToken.stream())
                .toList();
    }
}
