package io.tidemark.property;

import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.MultistatusResponse;
import io.tidemark.kernel.http.Prefer;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.kernel.http.method.PROPPATCH;
import io.tidemark.kernel.xml.XmlReader;
import io.tidemark.target.DavMethod;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** PROPPATCH (RFC 4918, section 9.2): sets and removes properties, all or none, in document order. */
@Path("{path: .*}")
@ApplicationScoped
public class ProppatchEndpoint implements DavMethod {

    @Inject
    private XmlReader xml;

    @EJB
    private ProppatchService service;

    @Override
    public boolean answers(Target target) {
        return target instanceof FilesTarget && target.isMapped();
    }

    /** Answers 207 with the status of each property. */
    @PROPPATCH
    public Response proppatch(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        PropertyUpdate update = PropertyUpdate.parse(xml.read(request.body()));
        VersionHeaders revision = VersionHeaders.ofWrite(request);
        Preconditions preconditions = Preconditions.of(request);
        ProppatchService.Patched patched = service.proppatch(request.path(), revision, preconditions, update);
        PropertyStatuses statuses = patched.statuses();
        boolean brief = request.prefer().minimal() && statuses.allSucceeded();
        Response.ResponseBuilder response = brief
                ? Response.ok().header("Preference-Applied", Prefer.MINIMAL)
                : MultistatusResponse.of(statuses::writeTo);
        return response.header(RevisionId.HEADER, RevisionId.header(patched.revision()))
                .build();
    }
}
