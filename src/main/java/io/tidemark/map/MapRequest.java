package io.tidemark.map;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.xml.ConfigurationDraft;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlElement;
import java.util.Optional;

/**
 * What MKMAP is to map (protocol, section 5.9).
 *
 * @param revisions the URL of a file, and how its revisions are laid out; empty for a configuration's tree
 */
record MapRequest(Optional<OfRevisions> revisions) {

    /** The URL of a file, and how its revisions are laid out. */
    record OfRevisions(String url, MapStyle style) {}

    /**
     * Reads the body.
     *
     * @throws DavException 422 for another body, or for a style that is none
     */
    static MapRequest parse(XmlElement body) {
        if (body.is(ConfigurationDraft.CONFIGURATIONMAP)) {
            return new MapRequest(Optional.empty());
        }
        if (!body.is(ConfigurationDraft.REVISIONMAP)) {
            throw DavException.unprocessable("The body is neither a DAV:configurationmap nor a DAV:revisionmap.");
        }
        String url = body.child(Rfc4918.HREF)
                .map(XmlElement::text)
                .orElseThrow(() -> DavException.unprocessable("The body names no file."));
        MapStyle style = body.child(ConfigurationDraft.MAPSTYLE)
                .flatMap(element -> MapStyle.of(word(element)))
                .orElseThrow(() -> DavException.unprocessable("The body names no style that is known."));
        return new MapRequest(Optional.of(new OfRevisions(url, style)));
    }

    private static String word(XmlElement element) {
        return element.children().isEmpty()
                ? element.text()
                : element.children().get(0).name().getLocalPart();
    }
}
