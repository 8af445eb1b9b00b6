package io.tidemark.report;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the values of dead properties refer to. Clients have written them, who may have meant anything: what refers to
 * nothing of the server's stays as it stands.
 *
 * @param host the request's {@code Host}, whose URLs are the server's own
 */
record StoredLinks(
        XmlReader xml, OwnOrigins origins, @Nullable String host) {

    /** A stored value; empty when it is larger than what the server reads by now, as limits can be set. */
    Optional<XmlElement> stored(String value) {
        try {
            return Optional.of(xml.read(new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8))));
        } catch (DavException unreadable) {
            return Optional.empty();
        }
    }

    /** The path of a URL of the server's own; empty for any other, and for what is no URL. */
    Optional<DavPath> path(String href) {
        try {
            return origins.path(href, host);
        } catch (DavException malformed) {
            return Optional.empty();
        }
    }
}
