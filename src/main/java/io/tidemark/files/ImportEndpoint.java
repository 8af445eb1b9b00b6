package io.tidemark.files;

import io.tidemark.kernel.http.DavRequest;
import io.tidemark.target.DavMethod;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * POST of a tar archive to a collection: puts all that it holds there (docs/protocol.md, Importing). What else takes POST
 * is other rooms' {@link MethodHandler}.
 */
@Path("{path: .*}")
@ApplicationScoped
public class ImportEndpoint implements DavMethod {

    @Inject
    private Imports imports;

    @Inject
    private MethodHandlers handlers;

    @Override
    public boolean answers(Target target) {
        return (target instanceof FilesTarget && target.isCollection()) || handlers.answers(HttpMethod.POST, target);
    }

    /** Answers as the {@link MethodHandler} does; else 200, or the status of the first entry that could not be imported. */
    @POST
    public Response post(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        Optional<Response> elsewhere = handlers.take(HttpMethod.POST, request);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        imports.preview(request);
        return imports.run(request, request.body());
    }
}
