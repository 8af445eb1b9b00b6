package io.tidemark.checkinset;

import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.method.MKCHECKINSET;
import io.tidemark.target.DavMethod;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** MKCHECKINSET: makes a checkin set below its configuration's root of them (protocol, section 5.6). */
@Path("{path: .*}")
@ApplicationScoped
public class MkcheckinsetEndpoint implements DavMethod {

    @EJB
    private CheckinSetService service;

    @Override
    public boolean answers(Target target) {
        return CheckinSetPath.isSet(target.path()) && !target.isMapped();
    }

    /** Answers 201 with the set's URL. */
    @MKCHECKINSET
    public Response mkcheckinset(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        if (!CheckinSetPath.isSet(request.path())) {
            throw DavException.methodNotAllowed();
        }
        service.make(request.path(), Preconditions.of(request));
        return Response.status(201)
                .header("Location", request.path().asCollection(true).href())
                .build();
    }
}
