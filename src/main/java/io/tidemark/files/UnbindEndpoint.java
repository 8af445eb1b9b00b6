package io.tidemark.files;

import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.method.UNBIND;
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

/** UNBIND: takes a member of a collection away (RFC 5842, section 5). */
@Path("{path: .*}")
@ApplicationScoped
public class UnbindEndpoint implements DavMethod {

    @Inject
    private XmlReader xml;

    @EJB
    private RemoveService service;

    @Override
    public boolean answers(Target target) {
        return target.isAtName() && target.isCollection();
    }

    /** Answers 200. */
    @UNBIND
    public Response unbind(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        DavPath path = BindingRequest.segment(request, xml.read(request.body()), Rfc5842.UNBIND);
        Preconditions preconditions = Preconditions.of(request);
        service.unbind(path, preconditions);
        return Response.ok().build();
    }
}
