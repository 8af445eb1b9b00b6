package io.tidemark.upload;

import io.tidemark.files.MethodHandler;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * HEAD tells how far a resumable upload is (draft-ietf-httpbis-resumable-upload, "Offset Retrieval"). A request that still
 * adds to it is overtaken, so that the offset holds until the client goes on there.
 */
@ApplicationScoped
public class UploadHead implements MethodHandler {

    @EJB
    private UploadService service;

    @Inject
    private Targets targets;

    @Inject
    private Appending appending;

    @Override
    public String method() {
        return HttpMethod.HEAD;
    }

    /** Where HEAD answers anyway. */
    @Override
    public boolean answers(Target target) {
        return false;
    }

    @Override
    public Optional<Response> take(DavRequest request) {
        if (!request.path().subtree().equals(UploadsSubtree.NAME)
                || !(targets.of(request.path()) instanceof UploadTarget target)
                || target.isCollection()) {
            return Optional.empty();
        }
        Upload upload = service.interrupt(request.path(), Preconditions.of(request));
        return Optional.of(appending.describe(Response.noContent(), upload).build());
    }
}
