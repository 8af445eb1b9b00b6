package io.tidemark.history;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.Rfc6578;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.property.PropertyRequest;
import java.util.Optional;
import javax.xml.namespace.QName;

/**
 * What a {@code T:compare} body asks for.
 *
 * @param limit how many differences at most
 * @param after where an earlier answer ended
 * @param properties what is asked of the new side
 */
record CompareRequest(
        State from,
        State to,
        Optional<Integer> limit,
        Optional<ComparePlace> after,
        Optional<PropertyRequest> properties) {

    /**
     * Reads the body.
     *
     * @throws DavException 422 when a part is missing, or not what it must be; 400 for a limit that is no number
     */
    static CompareRequest parse(XmlElement body) {
        return new CompareRequest(
                state(body, Tidemark.FROM),
                state(body, Tidemark.TO),
                body.child(Rfc6578.LIMIT).map(ChangesRequest::limit),
                body.child(Tidemark.AFTER)
                        .map(after -> ComparePlace.parse(after.text())
                                .orElseThrow(() -> DavException.unprocessable("No comparison ended there."))),
                body.child(Rfc4918.PROP).map(PropertyRequest::prop));
    }

    private static State state(XmlElement body, QName name) {
        return State.in(body.child(name)
                .orElseThrow(() -> DavException.unprocessable("A comparison is of two states, T:from and T:to.")));
    }
}
