package io.tidemark.version.checkout;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.OverrideCheckin;
import io.tidemark.kernel.xml.Rfc3253;
import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlElement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a CHECKIN asks for (protocol, section 4.7).
 *
 * @param keep whether to go on working, on the basis of the new revision
 * @param fork whether a second successor is wanted where that is discouraged
 * @param override whether to make a revision even if the branch has gone on since the checkout
 */
record CheckinRequest(@Nullable String comment, boolean keep, boolean fork, boolean override) {

    /**
     * Reads a request.
     *
     * @throws DavException 422 when the body is another, 400 when {@code Override-Checkin} is malformed
     */
    static CheckinRequest parse(Optional<XmlElement> body, DavRequest request) {
        body.filter(root -> !root.is(VersioningDraft.CHECKIN)).ifPresent(root -> {
            throw DavException.unprocessable("The body is no DAV:checkin.");
        });
        boolean keep = body.filter(root -> root.child(VersioningDraft.KEEPCHECKEDOUT)
                        .or(() -> root.child(Rfc3253.KEEP_CHECKED_OUT))
                        .isPresent())
                .isPresent();
        String comment = body.flatMap(root -> root.child(VersioningDraft.COMMENT))
                .map(XmlElement::text)
                .orElse(null);
        boolean fork = body.flatMap(root -> root.child(Rfc3253.FORK_OK)).isPresent();
        return new CheckinRequest(comment, keep, fork, OverrideCheckin.of(request));
    }
}
