package io.tidemark.report;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.property.PropfindReports;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports as the versioning draft asks for them: a child of {@code DAV:propfind}, with properties beside it. */
@ApplicationScoped
class ReportsInPropfind implements PropfindReports {

    @Inject
    private ReportRegistry reports;

    @Override
    public Optional<XmlElement> find(XmlElement propfind) {
        if (!propfind.is(Rfc4918.PROPFIND)) {
            return Optional.empty();
        }
        List<XmlElement> asked = propfind.children().stream()
                .filter(child ->
                        reports.find(child.name()).filter(Report::isInPropfind).isPresent())
                .toList();
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        boolean more = propfind.child(Rfc4918.ALLPROP).isPresent()
                || propfind.child(Rfc4918.PROPNAME).isPresent();
        if (asked.size() > 1 || more) {
            throw DavException.unprocessable("The body asks for several things at once.");
        }
        return Optional.of(with(asked.get(0), propfind.children(Rfc4918.PROP)));
    }

    @Override
    public Response answer(XmlElement report, Target target, DavRequest request) {
        return reports.answer(report, target, request);
    }

    /** REPORT has the properties inside. */
    private static XmlElement with(XmlElement report, List<XmlElement> properties) {
        List<XmlElement.Content> content = new ArrayList<>(report.content());
        properties.forEach(prop -> content.add(new XmlElement.Child(prop)));
        return new XmlElement(report.name(), report.attributes(), content, report.namespaces(), report.lang());
    }
}
