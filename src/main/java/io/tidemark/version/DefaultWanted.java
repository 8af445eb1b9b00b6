package io.tidemark.version;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.OwnOrigins;
import java.util.Optional;

/**
 * The revision that a SETDEFAULT body names.
 *
 * @param name a revision's id, a label or a branch's id
 * @param url the path of a revision's URL, if that was given instead
 */
record DefaultWanted(String name, Optional<DavPath> url) {

    /**
     * Reads what stands in the {@code DAV:href}.
     *
     * @throws DavException 409 when it is another server's URL
     */
    static DefaultWanted parse(String text, DavRequest request, OwnOrigins origins) {
        if (!text.startsWith("/") && !text.contains("://")) {
            return new DefaultWanted(text, Optional.empty());
        }
        DavPath path = origins.path(text, request.host())
                .orElseThrow(() -> DavException.conflict("The revision is on another server."));
        return new DefaultWanted(text, Optional.of(path));
    }
}
