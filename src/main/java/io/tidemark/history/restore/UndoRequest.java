package io.tidemark.history.restore;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.OverrideCheckin;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.xml.ConfigurationDraft;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/**
 * A {@code T:undo} body: what a change did, or all that was done in a checkin set, is to be taken back.
 *
 * @param change the change's id as the client wrote it; null where a checkin set is meant
 * @param checkinSet the checkin set; null where a change is meant
 * @param preview whether nothing is to be changed
 * @param override whether what has been changed again since is left as it is
 */
record UndoRequest(@Nullable String change, @Nullable DavPath checkinSet, boolean preview, boolean override) {

    /**
     * Reads the body.
     *
     * @throws DavException 422 for anything else
     */
    static UndoRequest parse(XmlElement body, DavRequest request, OwnOrigins origins) {
        String change = body.child(Tidemark.CHANGE).map(XmlElement::text).orElse(null);
        String set =
                body.child(ConfigurationDraft.CHECKINID).map(XmlElement::text).orElse(null);
        if ((change == null) == (set == null)) {
            throw DavException.unprocessable("Either a change is taken back or a checkin set.");
        }
        DavPath path = set == null
                ? null
                : origins.path(set, request.host())
                        .orElseThrow(() -> DavException.unprocessable("The checkin set is on another server."));
        return new UndoRequest(change, path, body.child(Tidemark.PREVIEW).isPresent(), OverrideCheckin.of(request));
    }
}
