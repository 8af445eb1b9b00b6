package io.tidemark.version.deletion;

import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.OverrideCheckin;
import io.tidemark.kernel.http.method.DESTROY;
import io.tidemark.target.DavMethod;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import io.tidemark.target.Tombstone;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** DESTROY: takes a deleted resource away for ever, with all its history (protocol, section 4.10). */
@Path("{path: .*}")
@ApplicationScoped
public class DestroyEndpoint implements DavMethod {

    @EJB
    private DestroyService service;

    @Override
    public boolean answers(Target target) {
        if (target instanceof FilesTarget files) {
            boolean stored = files.isAtName() ? !files.isRoot() : files.isMapped() && isVersioned(files);
            return stored && (files.isMapped() || files.memberId() != null);
        }
        return target instanceof Tombstone;
    }

    /** Answers 204. */
    @DESTROY
    public Response destroy(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        Preconditions preconditions = Preconditions.of(request);
        boolean override = OverrideCheckin.of(request);
        service.destroy(request.path(), preconditions, override);
        return Response.noContent().build();
    }

    private static boolean isVersioned(FilesTarget target) {
        return target.mapped().versioning().enabled();
    }
}
