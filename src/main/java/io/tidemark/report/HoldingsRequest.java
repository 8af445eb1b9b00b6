package io.tidemark.report;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.Count;
import io.tidemark.kernel.xml.Rfc6578;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.XmlElement;
import java.util.Optional;

/**
 * What a report of {@link HoldingsReport}'s kind is asked for.
 *
 * @param limit how many at most
 * @param user whose alone; empty for all that the caller may know
 * @param after where the list goes on
 */
record HoldingsRequest(int limit, Optional<String> user, Optional<String> after) {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 1_000;

    /**
     * Reads the body.
     *
     * @throws DavException 422 for a limit without a number, 400 for a number that is none
     */
    static HoldingsRequest parse(XmlElement body) {
        return new HoldingsRequest(
                body.child(Rfc6578.LIMIT)
                        .map(limit -> Math.min(limit(limit), MOST))
                        .orElse(DEFAULT_LIMIT),
                body.child(Tidemark.USER).map(XmlElement::text),
                body.child(Tidemark.AFTER).map(XmlElement::text));
    }

    private static int limit(XmlElement limit) {
        return Count.limit(limit.child(Rfc6578.NRESULTS)
                .orElseThrow(() -> DavException.unprocessable("The limit has no DAV:nresults."))
                .text());
    }
}
