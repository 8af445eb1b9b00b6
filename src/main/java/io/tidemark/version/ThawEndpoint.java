package io.tidemark.version;

import io.tidemark.kernel.http.method.THAW;
import io.tidemark.target.DavMethod;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** THAW: makes a revision mutable (protocol, section 4.3). */
@Path("{path: .*}")
@ApplicationScoped
public class ThawEndpoint implements DavMethod {

    @EJB
    private FreezeService service;

    @Override
    public boolean answers(Target target) {
        return FreezeEndpoint.isRevision(target);
    }

    /** Answers 200. */
    @THAW
    public Response thaw(@Context HttpServletRequest servlet) {
        return FreezeEndpoint.answer(servlet, true, service);
    }
}
