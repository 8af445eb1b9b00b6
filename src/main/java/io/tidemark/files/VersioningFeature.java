package io.tidemark.files;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.xml.XmlWriter;
import java.util.Map;
import javax.xml.namespace.QName;

/**
 * A part of the versioning draft beyond its basics, as OPTIONS tells of it (protocol, section 5.1). Rooms plug theirs in as
 * CDI beans.
 */
public interface VersioningFeature {

    /** Its name in the {@code Versioning} header. */
    String name();

    /** Writes what {@code DAV:verinfo} says of it. */
    default void describe(XmlWriter xml) {}

    /** Its collections among those that OPTIONS names for RFC 3253, each by the element that asks for it. */
    default Map<QName, DavPath> collectionSets() {
        return Map.of();
    }
}
