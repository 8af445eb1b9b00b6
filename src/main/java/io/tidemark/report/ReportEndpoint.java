package io.tidemark.report;

import io.tidemark.guard.Guard;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.figures.ReportName;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.kernel.http.method.REPORT;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlReader;
import io.tidemark.target.DavMethod;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import io.tidemark.waiting.Wait;
import io.tidemark.waiting.WaitingRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** REPORT (RFC 3253, section 3.6): the root element of the body names the report. */
@Path("{path: .*}")
@ApplicationScoped
public class ReportEndpoint implements DavMethod {

    @Inject
    private XmlReader xml;

    @Inject
    private Targets targets;

    @Inject
    private Guard guard;

    @Inject
    private ReportRegistry reports;

    @Inject
    private WaitingRequests waiting;

    @Override
    public boolean answers(Target target) {
        return target.isMapped();
    }

    /** Answers what the report answers; 403 {@code supported-report} when the resource does not support it. */
    @REPORT
    public Response report(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        XmlElement body = waiting.resumed().map(Wait::body).orElseGet(() -> xml.read(request.body()));
        reports.find(body.name())
                .ifPresent(known -> ReportName.note(servlet, known.name().getLocalPart()));
        Target target = targets.existing(request.path(), VersionHeaders.ofOne(request));
        guard.check(Preconditions.of(request), target);
        return reports.answer(body, target, request);
    }
}
