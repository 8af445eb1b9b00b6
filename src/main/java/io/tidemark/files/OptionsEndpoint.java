package io.tidemark.files;

import io.tidemark.kernel.http.DavRequest;
import io.tidemark.target.DavMethod;
import io.tidemark.target.Methods;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** OPTIONS (RFC 7231, section 4.3.7; RFC 4918, section 10.1): what the server can do, and what answers at this URL. */
@Path("{path: .*}")
@ApplicationScoped
public class OptionsEndpoint implements DavMethod {

    private static final String COMPLIANCE = "1, 2, 3, extended-mkcol, bind, version-control, checkout-in-place, label";

    @Inject
    private Targets targets;

    @Inject
    private Methods methods;

    @Override
    public boolean answers(Target target) {
        return true;
    }

    /** Answers 200. */
    @OPTIONS
    public Response options(@Context HttpServletRequest servlet) {
        String allow =
                String.join(", ", methods.at(targets.of(DavRequest.of(servlet).path())));
        return Response.ok()
                .header("DAV", COMPLIANCE)
                .header("MS-Author-Via", "DAV")
                .header("Allow", allow)
                .header("Public", allow)
                .build();
    }
}
