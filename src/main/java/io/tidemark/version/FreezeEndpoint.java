package io.tidemark.version;

import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.kernel.http.method.FREEZE;
import io.tidemark.target.DavMethod;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** FREEZE: ends what THAW began (protocol, section 4.3). */
@Path("{path: .*}")
@ApplicationScoped
public class FreezeEndpoint implements DavMethod {

    @EJB
    private FreezeService service;

    @Override
    public boolean answers(Target target) {
        return isRevision(target);
    }

    /** Answers 200. */
    @FREEZE
    public Response freeze(@Context HttpServletRequest servlet) {
        return answer(servlet, false, service);
    }

    static boolean isRevision(Target target) {
        return target.isFile() && target.isVersioned();
    }

    static Response answer(HttpServletRequest servlet, boolean thawed, FreezeService service) {
        DavRequest request = DavRequest.of(servlet);
        VersionHeaders revision = VersionHeaders.ofWrite(request);
        Preconditions preconditions = Preconditions.of(request);
        int number = service.setThawed(request.path(), revision, preconditions, thawed);
        return Response.ok().header(RevisionId.HEADER, RevisionId.of(number)).build();
    }
}
