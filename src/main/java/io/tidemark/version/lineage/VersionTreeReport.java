package io.tidemark.version.lineage;

import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.MultistatusResponse;
import io.tidemark.kernel.xml.Rfc3253;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.property.Properties;
import io.tidemark.report.Report;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import javax.xml.namespace.QName;

/** {@code DAV:version-tree}: every revision of a resource, with the properties that are asked for (RFC 3253, section 3.7). */
@ApplicationScoped
public class VersionTreeReport implements Report {

    @Inject
    private Properties properties;

    @Override
    public QName name() {
        return Rfc3253.VERSION_TREE;
    }

    @Override
    public boolean isSupportedOn(Target target) {
        return RevisionReport.isVersioned(target);
    }

    @Override
    public Response answer(Target target, XmlElement body, DavRequest request) {
        LineageRequest asked = LineageRequest.parse(body, request);
        boolean minimal = request.prefer().minimal();
        return MultistatusResponse.of(properties.revisions(target, properties.answer(asked.properties(), minimal)))
                .header("Preference-Applied", RevisionReport.applied(minimal))
                .build();
    }
}
