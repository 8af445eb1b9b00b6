package io.tidemark.property;

import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.target.Target;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * The reports that PROPFIND can be asked for instead of properties (protocol, section 4.8). The room that has the reports
 * plugs them in as a CDI bean.
 */
public interface PropfindReports {

    /**
     * Finds what asks for a report in a {@code DAV:propfind} body.
     *
     * @return the same element as it would be the body of a REPORT; empty when the body asks for no report
     * @throws io.tidemark.kernel.error.DavException 422 when it asks for something else at the same time
     */
    Optional<XmlElement> find(XmlElement propfind);

    /**
     * Answers the report.
     *
     * @throws io.tidemark.kernel.error.DavException 403 {@code supported-report} when the target does not support it
     */
    Response answer(XmlElement report, Target target, DavRequest request);
}
