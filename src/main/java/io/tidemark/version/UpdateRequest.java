package io.tidemark.version;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.xml.Rfc3253;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.property.PropertyRequest;
import java.util.Optional;

/**
 * What an UPDATE asks for (RFC 3253, section 7.1, and section 8 for the label). Either a version or a label is there.
 *
 * @param version the path of a revision's URL
 * @param label a label of each resource's own
 * @param asked the properties that are to be answered of what was updated
 */
record UpdateRequest(Optional<DavPath> version, Optional<String> label, Optional<PropertyRequest> asked) {

    /**
     * Reads a body.
     *
     * @throws DavException 422 when it is no such body, 409 when the version is on another server
     */
    static UpdateRequest parse(XmlElement body, DavRequest request, OwnOrigins origins) {
        Optional<XmlElement> version = body.child(Rfc3253.VERSION);
        Optional<String> label =
                body.child(Rfc3253.LABEL_NAME).map(XmlElement::text).map(String::strip);
        if (!body.is(Rfc3253.UPDATE) || version.isPresent() == label.isPresent()) {
            throw DavException.unprocessable("The body is no DAV:update with either a version or a label.");
        }
        Optional<String> href = version.flatMap(element -> element.child(Rfc4918.HREF))
                .map(XmlElement::text)
                .map(String::strip);
        if (version.isPresent() && href.isEmpty()) {
            throw DavException.unprocessable("The version has no URL.");
        }
        Optional<DavPath> path = href.map(url -> origins.path(url, request.host())
                .orElseThrow(() -> DavException.conflict("The version is on another server.")));
        return new UpdateRequest(path, label, body.child(Rfc4918.PROP).map(PropertyRequest::prop));
    }
}
