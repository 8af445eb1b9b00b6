package io.tidemark.files;

import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.Depth;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.http.SafeSave;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.kernel.http.method.MOVE;
import io.tidemark.target.DavMethod;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** MOVE (RFC 4918, section 9.9). */
@Path("{path: .*}")
@ApplicationScoped
public class MoveEndpoint implements DavMethod {

    @Inject
    private OwnOrigins origins;

    @EJB
    private CopyMoveService service;

    @Inject
    private MethodHandlers handlers;

    @Override
    public boolean answers(Target target) {
        boolean mapping = target.isAtName() && target.isMapped() && !target.isRoot();
        return mapping || handlers.answers("MOVE", target);
    }

    /** Answers 201, or 204 when something was replaced. */
    @MOVE
    public Response move(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        Optional<Response> elsewhere = handlers.take("MOVE", request);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        Depth depth = request.depth(Depth.INFINITY);
        if (!VersionHeaders.of(request).isNone()) {
            throw DavException.badRequest("A resource is moved with its whole history.");
        }
        if (request.header(Transfer.HEADER) != null) {
            throw DavException.of(403, "What is in a configuration is copied to another, not moved.");
        }
        Destination destination = Destination.of(request, origins);
        Preconditions preconditions = Preconditions.of(request);
        SafeSave wish = SafeSave.of(request);
        return service.move(request.path(), destination, depth, preconditions, wish)
                .response()
                .build();
    }
}
