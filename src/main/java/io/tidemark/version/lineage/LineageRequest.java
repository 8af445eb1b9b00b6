package io.tidemark.version.lineage;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.Count;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.Depth;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.property.PropertyRequest;
import java.util.Set;

/**
 * What a report on revisions is asked for.
 *
 * @param limit how many items the client wants at most
 * @param properties what it wants of each item besides
 */
record LineageRequest(LineageScope scope, int limit, PropertyRequest properties) {

    /**
     * Reads the element that asks for the report.
     *
     * @throws DavException 400 when the scope, the limit or the Depth is none
     */
    static LineageRequest parse(XmlElement report, DavRequest request) {
        if (request.depth(Depth.ZERO) != Depth.ZERO) {
            throw DavException.badRequest("The report is about one resource: its Depth is 0.");
        }
        return new LineageRequest(
                report.attribute("scope").map(LineageScope::parse).orElse(LineageScope.NAME),
                report.attribute("limit").map(Count::limit).orElse(Integer.MAX_VALUE),
                report.child(Rfc4918.PROP)
                        .map(PropertyRequest::prop)
                        .orElseGet(() -> new PropertyRequest(PropertyRequest.Kind.PROP, Set.of())));
    }

    /** Whether the client wants not all. */
    boolean isLimited() {
        return limit < Integer.MAX_VALUE;
    }
}
