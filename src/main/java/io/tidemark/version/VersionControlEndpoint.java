package io.tidemark.version;

import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.http.method.VERSION_CONTROL;
import io.tidemark.namespace.Versioning;
import io.tidemark.target.DavMethod;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** VERSION-CONTROL: puts one resource under version control, as clients of today say it (RFC 3253, section 3.5). */
@Path("{path: .*}")
@ApplicationScoped
public class VersionControlEndpoint implements DavMethod {

    @EJB
    private VersionService service;

    @Override
    public boolean answers(Target target) {
        return target.isAtName() && target.isMapped();
    }

    /** Answers 200; what is under version control already stays as it is. */
    @VERSION_CONTROL
    public Response versionControl(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        Preconditions preconditions = Preconditions.of(request);
        int revision = service.versionUnlessVersioned(request.path(), preconditions, Versioning.AUTOMATIC);
        return Response.ok()
                .header(RevisionId.HEADER, RevisionId.header(revision))
                .build();
    }
}
