package io.tidemark.files;

import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.Overwrite;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.http.method.MKREF;
import io.tidemark.target.DavMethod;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** MKREF: maps the resource that {@code Ref-Target} names at the request URL, too (protocol, section 4.5). */
@Path("{path: .*}")
@ApplicationScoped
public class MkrefEndpoint implements DavMethod {

    private static final String DIRECT = "DAV:direct";

    @Inject
    private OwnOrigins origins;

    @EJB
    private BindingService service;

    @Override
    public boolean answers(Target target) {
        return target.isAtName() && !target.isRoot();
    }

    /** Answers 201, or 204 when something was replaced. */
    @MKREF
    public Response mkref(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        String type = request.header("Ref-Type");
        if (type != null && !type.strip().equals(DIRECT)) {
            throw DavException.of(501, "References are direct.");
        }
        String header = request.header("Ref-Target");
        if (header == null) {
            throw DavException.badRequest("The Ref-Target header is missing.");
        }
        DavPath source = origins.path(header, request.host())
                .orElseThrow(() -> DavException.of(409, Conditions.CROSS_SERVER_BINDING));
        Binding binding = new Binding(request.path(), source, Overwrite.parse(request.header("Overwrite")));
        Preconditions preconditions = Preconditions.of(request);
        return service.bind(binding, preconditions).response().build();
    }
}
