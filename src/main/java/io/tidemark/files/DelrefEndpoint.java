package io.tidemark.files;

import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.method.DELREF;
import io.tidemark.target.DavMethod;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** DELREF: takes one of several mappings of a resource away (protocol, section 4.5). */
@Path("{path: .*}")
@ApplicationScoped
public class DelrefEndpoint implements DavMethod {

    @EJB
    private RemoveService service;

    @Override
    public boolean answers(Target target) {
        return target.isAtName() && target.isMapped() && !target.isRoot();
    }

    /** Answers 204. */
    @DELREF
    public Response delref(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        Preconditions preconditions = Preconditions.of(request);
        service.delref(request.path(), preconditions);
        return Response.noContent().build();
    }
}
