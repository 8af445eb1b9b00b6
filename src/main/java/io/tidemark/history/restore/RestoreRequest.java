package io.tidemark.history.restore;

import io.tidemark.history.State;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.XmlElement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A {@code T:restore} body: a collection is to be what it was.
 *
 * @param to the state that it was in
 * @param scope what of it is meant
 * @param preview whether nothing is to be changed
 * @param skip whether what cannot be brought back is left as it is
 * @param host the request's {@code Host}
 */
record RestoreRequest(
        State to,
        Scope scope,
        boolean preview,
        boolean skip,
        @Nullable String host) {

    /**
     * Reads the body.
     *
     * @throws DavException 422 for anything else, and for an href that leads out of the collection
     */
    static RestoreRequest parse(XmlElement body, DavRequest request, OwnOrigins origins) {
        List<XmlElement> to = body.children(Tidemark.TO);
        if (to.size() != 1) {
            throw DavException.unprocessable("A restore names one state.");
        }
        Set<DavPath> members = new HashSet<>();
        for (XmlElement href : body.children(Rfc4918.HREF)) {
            members.add(origins.path(href.text(), request.host())
                    .filter(path -> path.isWithin(request.path()) && !path.samePlace(request.path()))
                    .map(path -> path.asCollection(false))
                    .orElseThrow(() -> DavException.unprocessable("A restore names members of its collection.")));
        }
        return new RestoreRequest(
                State.in(to.get(0)),
                new Scope(Set.copyOf(members)),
                body.child(Tidemark.PREVIEW).isPresent(),
                body.child(Tidemark.SKIP).isPresent(),
                request.host());
    }
}
