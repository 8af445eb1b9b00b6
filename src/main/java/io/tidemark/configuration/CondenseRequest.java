package io.tidemark.configuration;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.xml.ConfigurationDraft;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlElement;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What DELETE with a {@code DAV:condense} body is to condense (protocol, section 4.10).
 *
 * @param resources the resources, in the body's order
 */
record CondenseRequest(List<Wanted> resources) {

    private static final Pattern POSITIVE = Pattern.compile("[1-9][0-9]{0,8}");

    /**
     * A resource.
     *
     * @param path where it is: below {@code /files/}, or in the configuration's own tree
     * @param keep how many of the newest revisions stay
     */
    record Wanted(DavPath path, int keep) {}

    /**
     * Reads the body.
     *
     * @throws DavException 422 for another body or for a number that is none; 409 for a resource on another server
     */
    static CondenseRequest parse(XmlElement body, DavRequest request, OwnOrigins origins) {
        if (!body.is(ConfigurationDraft.CONDENSE)) {
            throw DavException.unprocessable("The body is no DAV:condense.");
        }
        List<Wanted> resources = body.children(ConfigurationDraft.RESOURCE).stream()
                .map(resource -> wanted(resource, request, origins))
                .toList();
        if (resources.isEmpty()) {
            throw DavException.unprocessable("The body names no resource.");
        }
        return new CondenseRequest(resources);
    }

    /** The draft writes the URL as the element's own text; it may be an {@code href} as everywhere else. */
    private static Wanted wanted(XmlElement resource, DavRequest request, OwnOrigins origins) {
        String keep = resource.child(ConfigurationDraft.KEEP)
                .map(element -> element.text().strip())
                .filter(POSITIVE.asMatchPredicate())
                .orElseThrow(() -> DavException.unprocessable("A resource does not say how many revisions stay."));
        String url = resource.child(Rfc4918.HREF).orElse(resource).text().strip();
        DavPath path = origins.path(url, request.host())
                .orElseThrow(() -> DavException.conflict("A resource is on another server."));
        return new Wanted(path, Integer.parseInt(keep));
    }
}
