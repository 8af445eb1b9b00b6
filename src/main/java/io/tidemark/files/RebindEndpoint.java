package io.tidemark.files;

import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.http.method.REBIND;
import io.tidemark.kernel.xml.Rfc5842;
import io.tidemark.kernel.xml.XmlReader;
import io.tidemark.target.DavMethod;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** REBIND: maps a resource in a collection instead of where it is (RFC 5842, section 6). */
@Path("{path: .*}")
@ApplicationScoped
public class RebindEndpoint implements DavMethod {

    @Inject
    private XmlReader xml;

    @Inject
    private OwnOrigins origins;

    @EJB
    private BindingService service;

    @Override
    public boolean answers(Target target) {
        return target.isAtName() && target.isCollection();
    }

    /** Answers 201, or 200 when something was replaced. */
    @REBIND
    public Response rebind(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        Binding binding = BindingRequest.binding(request, xml.read(request.body()), Rfc5842.REBIND, origins);
        Preconditions preconditions = Preconditions.of(request);
        Outcome outcome = service.rebind(binding, preconditions);
        return Response.status(outcome.created() ? 201 : 200).build();
    }
}
