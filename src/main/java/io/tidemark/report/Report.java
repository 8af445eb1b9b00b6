package io.tidemark.report;

import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.target.Target;
import jakarta.ws.rs.core.Response;
import javax.xml.namespace.QName;

/** A report (RFC 3253, section 3.6). One class is one report; rooms add theirs as CDI beans. */
public interface Report {

    /** The name of the root element that asks for it. */
    QName name();

    /** Whether PROPFIND can be asked for it, too, as the versioning draft does. */
    default boolean isInPropfind() {
        return false;
    }

    /** Whether a target supports it. */
    boolean isSupportedOn(Target target);

    /** Answers it. It is asked only of targets that support it. */
    Response answer(Target target, XmlElement body, DavRequest request);
}
