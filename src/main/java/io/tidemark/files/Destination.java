package io.tidemark.files;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.Overwrite;
import io.tidemark.kernel.http.OwnOrigins;

/**
 * Where a COPY or MOVE leads (RFC 4918, sections 10.3 and 10.6).
 *
 * @param overwrite whether what is mapped there may be replaced
 */
record Destination(DavPath path, boolean overwrite) {

    /**
     * Reads the headers.
     *
     * @throws DavException 400 when one is missing or malformed, 502 when the destination is another server's
     */
    static Destination of(DavRequest request, OwnOrigins origins) {
        String header = request.header("Destination");
        if (header == null) {
            throw DavException.badRequest("The Destination header is missing.");
        }
        DavPath path = origins.path(header, request.host())
                .orElseThrow(() -> DavException.of(502, "The destination is on another server."));
        return new Destination(path, Overwrite.parse(request.header("Overwrite")));
    }
}
