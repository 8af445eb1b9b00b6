package io.tidemark.files;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.Overwrite;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.Rfc5842;
import io.tidemark.kernel.xml.XmlElement;
import java.nio.charset.StandardCharsets;
import javax.xml.namespace.QName;

/** Reads the bodies of BIND, UNBIND and REBIND (RFC 5842): a segment of the request's collection, and an href. */
final class BindingRequest {

    private BindingRequest() {}

    /** The binding that a BIND or REBIND body asks for. */
    static Binding binding(DavRequest request, XmlElement body, QName root, OwnOrigins origins) {
        DavPath path = segment(request, body, root);
        XmlElement href =
                body.child(Rfc4918.HREF).orElseThrow(() -> DavException.unprocessable("The body has no DAV:href."));
        DavPath source = origins.path(href.text(), request.host())
                .orElseThrow(() -> DavException.of(409, Conditions.CROSS_SERVER_BINDING));
        return new Binding(path, source, Overwrite.parse(request.header("Overwrite")));
    }

    /** The path of the segment that a body names in the request's collection. */
    static DavPath segment(DavRequest request, XmlElement body, QName root) {
        if (!body.is(root)) {
            throw DavException.unprocessable("The body is not what the method takes.");
        }
        String name = body.child(Rfc5842.SEGMENT)
                .orElseThrow(() -> DavException.unprocessable("The body has no DAV:segment."))
                .text();
        boolean allowed = !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && name.indexOf('/') < 0
                && name.indexOf('\0') < 0
                && name.getBytes(StandardCharsets.UTF_8).length <= DavPath.MAX_SEGMENT_BYTES;
        if (!allowed) {
            throw DavException.of(403, Conditions.NAME_ALLOWED);
        }
        return request.path().child(name, false);
    }
}
