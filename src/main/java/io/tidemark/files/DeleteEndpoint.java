package io.tidemark.files;

import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.Depth;
import io.tidemark.kernel.http.SafeSave;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.kernel.sql.Retry;
import io.tidemark.target.DavMethod;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** DELETE (RFC 4918, section 9.6): takes a mapping away, and with it everything below. */
@Path("{path: .*}")
@ApplicationScoped
public class DeleteEndpoint implements DavMethod {

    @EJB
    private RemoveService service;

    @Override
    public boolean answers(Target target) {
        return target instanceof FilesTarget files && files.isInFiles() && files.isMapped() && !files.isRoot();
    }

    /** Answers 204. */
    @DELETE
    public Response delete(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        Depth depth = request.depth(Depth.INFINITY);
        if (!VersionHeaders.of(request).isNone()) {
            throw DavException.badRequest("A resource is deleted with its whole history.");
        }
        Preconditions preconditions = Preconditions.of(request);
        SafeSave wish = SafeSave.of(request);
        Retry.transaction(() -> service.delete(request.path(), depth, preconditions, wish));
        return Response.noContent().build();
    }
}
