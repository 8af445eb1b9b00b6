package io.tidemark.version.checkout;

import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.http.method.CHECKIN;
import io.tidemark.kernel.xml.XmlReader;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.DavMethod;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** CHECKIN: makes a revision of a working resource, or of what is checked out in place (protocol, sections 4.7 and 4.9). */
@Path("{path: .*}")
@ApplicationScoped
public class CheckinEndpoint implements DavMethod {

    @Inject
    private XmlReader xml;

    @EJB
    private CheckinService service;

    @Override
    public boolean answers(Target target) {
        return isWork(target);
    }

    /** Answers 201 with the revision's id and URL. */
    @CHECKIN
    public Response checkin(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        CheckinRequest wanted = CheckinRequest.parse(xml.readOptional(request.body()), request);
        Preconditions preconditions = Preconditions.ofCheckout(request);
        CheckinService.CheckedIn made = service.checkIn(request.path(), preconditions, wanted);
        return Response.status(201)
                .header("Location", made.path().href())
                .header("Cache-Control", CheckoutEndpoint.NO_CACHE)
                .header(RevisionId.HEADER, RevisionId.of(made.revision()))
                .build();
    }

    /** Whether it is something that somebody works on. */
    static boolean isWork(Target target) {
        ResourceView resource = target.resource();
        return resource != null && (resource.isWorking() || resource.isCheckedOutInPlace());
    }
}
