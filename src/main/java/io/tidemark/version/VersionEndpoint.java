package io.tidemark.version;

import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.Depth;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.kernel.http.method.VERSION;
import io.tidemark.kernel.xml.XmlReader;
import io.tidemark.namespace.Versioning;
import io.tidemark.target.DavMethod;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** VERSION: puts a resource under version control, with all that is below it (protocol, section 4.3). */
@Path("{path: .*}")
@ApplicationScoped
public class VersionEndpoint implements DavMethod {

    @Inject
    private XmlReader xml;

    @EJB
    private VersionService service;

    @Override
    public boolean answers(Target target) {
        return target.isAtName() && target.isMapped();
    }

    /** Answers 200. */
    @VERSION
    public Response version(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        Depth depth = request.depth(Depth.INFINITY);
        if (depth == Depth.ONE) {
            throw DavException.badRequest("VERSION has Depth 0 or infinity.");
        }
        if (!VersionHeaders.ofWrite(request).isNone()) {
            throw DavException.badRequest("A resource is versioned as a whole.");
        }
        Versioning wanted = VersioningRequest.parse(xml.readOptional(request.body()));
        Preconditions preconditions = Preconditions.of(request);
        int revision = service.version(request.path(), preconditions, wanted, depth == Depth.INFINITY);
        return Response.ok()
                .header(RevisionId.HEADER, wanted.enabled() ? RevisionId.header(revision) : null)
                .build();
    }
}
