package io.tidemark.files;

import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.Depth;
import io.tidemark.kernel.http.SafeSave;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.target.DavMethod;
import io.tidemark.target.FilesSubtree;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** DELETE (RFC 4918, section 9.6): takes a mapping away, and with it everything below; or ends what is no mapping. */
@Path("{path: .*}")
@ApplicationScoped
public class DeleteEndpoint implements DavMethod {

    @EJB
    private RemoveService service;

    @Inject
    private Targets targets;

    @Inject
    private MethodHandlers handlers;

    @Any
    @Inject
    private Instance<DeleteHandler> disposals;

    @Override
    public boolean answers(Target target) {
        boolean mapping = target.isAtName() && target.isMapped() && !target.isRoot();
        return mapping || disposal(target).isPresent() || handlers.answers(HttpMethod.DELETE, target);
    }

    /** Answers 204. */
    @DELETE
    public Response delete(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        Optional<Response> elsewhere = handlers.take(HttpMethod.DELETE, request);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        Depth depth = request.depth(Depth.INFINITY);
        if (!VersionHeaders.of(request).isNone()) {
            throw DavException.badRequest("A resource is deleted with its whole history.");
        }
        Optional<DeleteHandler> disposal = disposal(request.path());
        if (disposal.isPresent()) {
            disposal.get().dispose(request);
        } else {
            Preconditions preconditions = Preconditions.of(request);
            SafeSave wish = SafeSave.of(request);
            service.delete(request.path(), depth, preconditions, wish);
        }
        return Response.noContent().build();
    }

    private Optional<DeleteHandler> disposal(DavPath path) {
        boolean elsewhere = !path.isRoot() && !path.subtree().equals(FilesSubtree.NAME);
        return elsewhere ? disposal(targets.of(path)) : Optional.empty();
    }

    private Optional<DeleteHandler> disposal(Target target) {
        return disposals.stream()
                .filter(disposal -> disposal.disposesOf(target))
                .findFirst();
    }
}
