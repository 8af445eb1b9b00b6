package io.tidemark.version.checkout;

import io.tidemark.files.DeleteHandler;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.method.UNCHECKOUT;
import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlReader;
import io.tidemark.target.DavMethod;
import io.tidemark.target.Target;
import io.tidemark.target.WorkingTarget;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** UNCHECKOUT: ends a checkout without trace (protocol, sections 4.7 and 4.9). DELETE of a working resource does the same. */
@Path("{path: .*}")
@ApplicationScoped
public class UncheckoutEndpoint implements DavMethod, DeleteHandler {

    @Inject
    private XmlReader xml;

    @EJB
    private CheckinService service;

    @Override
    public boolean answers(Target target) {
        return CheckinEndpoint.isWork(target);
    }

    @Override
    public boolean disposesOf(Target target) {
        return target instanceof WorkingTarget;
    }

    /** Answers 200. */
    @UNCHECKOUT
    public Response uncheckout(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        xml.readOptional(request.body())
                .filter(root -> !root.is(VersioningDraft.UNCHECKOUT))
                .ifPresent(root -> {
                    throw DavException.unprocessable("The body is no DAV:uncheckout.");
                });
        dispose(request);
        return Response.ok().header("Cache-Control", CheckoutEndpoint.NO_CACHE).build();
    }

    @Override
    public void dispose(DavRequest request) {
        Preconditions preconditions = Preconditions.ofCheckout(request);
        service.cancel(request.path(), preconditions);
    }
}
