package io.tidemark.files;

import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.Depth;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.kernel.http.method.COPY;
import io.tidemark.target.DavMethod;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import io.tidemark.target.WorkingTarget;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** COPY (RFC 4918, section 9.8). */
@Path("{path: .*}")
@ApplicationScoped
public class CopyEndpoint implements DavMethod {

    @Inject
    private OwnOrigins origins;

    @EJB
    private CopyMoveService service;

    @Inject
    private Transfer transfer;

    @Override
    public boolean answers(Target target) {
        return target instanceof FilesTarget && target.isMapped() && !(target instanceof WorkingTarget);
    }

    /** Answers 201, or 204 when something was replaced; to another configuration, what {@link Transfer} answers. */
    @COPY
    public Response copy(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        if (request.header(Transfer.HEADER) != null) {
            return transfer.copy(request);
        }
        Depth depth = request.depth(Depth.INFINITY);
        if (depth == Depth.ONE) {
            throw DavException.badRequest("COPY has Depth 0 or infinity.");
        }
        Destination destination = Destination.of(request, origins);
        VersionHeaders revision = VersionHeaders.ofWrite(request);
        Preconditions preconditions = Preconditions.of(request);
        if (!revision.isNone() && destination.path().samePlace(request.path())) {
            return service.restore(request.path(), revision, destination, preconditions)
                    .response()
                    .build();
        }
        return service.copy(request.path(), revision, destination, depth, preconditions)
                .response()
                .build();
    }
}
