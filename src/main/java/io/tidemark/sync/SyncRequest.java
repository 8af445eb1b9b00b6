package io.tidemark.sync;

import io.tidemark.journal.SyncToken;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.Count;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.Rfc6578;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.property.PropertyRequest;
import java.util.Optional;

/**
 * What a {@code DAV:sync-collection} body asks for (RFC 6578, section 6.1).
 *
 * @param token the client's token; empty for a first synchronisation
 * @param limit how many responses the client wants at most
 */
record SyncRequest(Optional<String> token, SyncLevel level, Optional<Integer> limit, PropertyRequest properties) {

    /**
     * Reads the body.
     *
     * @throws DavException 422 when a part is missing, 400 when one is malformed
     */
    static SyncRequest parse(XmlElement body, DavRequest request) {
        SyncLevel level = SyncLevel.parse(body, request);
        String token = body.child(Rfc6578.SYNC_TOKEN)
                .orElseThrow(() -> DavException.unprocessable("The body has no DAV:sync-token."))
                .text();
        XmlElement prop =
                body.child(Rfc4918.PROP).orElseThrow(() -> DavException.unprocessable("The body has no DAV:prop."));
        return new SyncRequest(
                token.isEmpty() ? Optional.empty() : Optional.of(token),
                level,
                body.child(Rfc6578.LIMIT).map(SyncRequest::limit),
                PropertyRequest.prop(prop));
    }

    /** The same request by a client that has come as far as a token. */
    SyncRequest from(SyncToken reached) {
        return new SyncRequest(Optional.of(reached.toString()), level, limit, properties);
    }

    private static int limit(XmlElement limit) {
        return Count.limit(limit.child(Rfc6578.NRESULTS)
                .orElseThrow(() -> DavException.unprocessable("The limit has no DAV:nresults."))
                .text());
    }
}
