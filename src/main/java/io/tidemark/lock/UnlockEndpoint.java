package io.tidemark.lock;

import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.CodedUrl;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.method.UNLOCK;
import io.tidemark.target.DavMethod;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** UNLOCK (RFC 4918, section 9.11). */
@Path("{path: .*}")
@ApplicationScoped
public class UnlockEndpoint implements DavMethod {

    @EJB
    private LockService service;

    @Override
    public boolean answers(Target target) {
        return target.isMapped() && LockEndpoint.isLockable(target);
    }

    /** Answers 204. */
    @UNLOCK
    public Response unlock(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        String header = request.header("Lock-Token");
        if (header == null) {
            throw DavException.badRequest("The Lock-Token header is missing.");
        }
        String token = CodedUrl.parse(header);
        Preconditions preconditions = Preconditions.of(request);
        service.unlock(request.path(), preconditions, token);
        return Response.noContent().build();
    }
}
