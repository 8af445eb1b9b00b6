package io.tidemark.upload;

import io.tidemark.files.MethodHandler;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.Overwrite;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * MOVE of {@code .file} in one of Nextcloud's uploads stores the whole at the destination, as PUT would. The request's
 * conditions are about the destination: what is moved has no state that a client could know.
 */
@ApplicationScoped
public class TransferMove implements MethodHandler {

    private static final int WHOLE_DEPTH = 4;

    @Inject
    private Targets targets;

    @Inject
    private UploadRepository uploads;

    @Inject
    private Finish finish;

    @Inject
    private OwnOrigins origins;

    @Inject
    private Caller caller;

    @Inject
    private HttpServletRequest servlet;

    @Override
    public String method() {
        return "MOVE";
    }

    @Override
    public boolean answers(Target target) {
        return target instanceof WholeTarget;
    }

    @Override
    public Optional<Response> take(DavRequest request) {
        if (!request.path().subtree().equals(UploadsSubtree.NAME)) {
            return Optional.empty();
        }
        DavPath destination = destination(request);
        Target target = targets.of(request.path());
        if (target instanceof WholeTarget whole) {
            Upload upload = whole.upload();
            checkLength(request.header("OC-Total-Length"), upload);
            String saved = SavedRequest.ofMove(request, Overwrite.parse(request.header("Overwrite")));
            return Optional.of(finish.finish(upload, SavedRequest.restore(servlet, destination.href(), saved))
                    .build());
        }
        if (isDone(request.path(), destination)) {
            return Optional.of(Response.noContent().build());
        }
        throw target.isMapped() ? DavException.methodNotAllowed() : DavException.notFound();
    }

    /** A client whose answer got lost asks again, and is told that it is done. */
    private boolean isDone(DavPath path, DavPath destination) {
        return path.segments().size() == WHOLE_DEPTH
                && path.name().equals(WholeTarget.NAME)
                && path.segments().get(1).equals(caller.name())
                && uploads.find(caller.name(), path.segments().get(2))
                        .filter(upload -> upload.isChunked() && upload.completed())
                        .filter(upload -> upload.targetPath().samePlace(destination))
                        .isPresent();
    }

    private DavPath destination(DavRequest request) {
        String header = request.header("Destination");
        if (header == null) {
            throw DavException.badRequest("The Destination header is missing.");
        }
        DavPath path = origins.path(header, request.host())
                .orElseThrow(() -> DavException.of(502, "The destination is on another server."));
        if (path.subtree().equals(UploadsSubtree.NAME)) {
            throw DavException.of(403, "Nothing is moved from one upload to another.");
        }
        return path.asCollection(false);
    }

    private static void checkLength(@Nullable String told, Upload upload) {
        try {
            if (told != null && Long.parseLong(told.strip()) != upload.staged()) {
                throw DavException.of(400, Conditions.TOTAL_LENGTH_MATCHES);
            }
        } catch (NumberFormatException e) {
            throw DavException.badRequest("The OC-Total-Length header is no number.");
        }
    }
}
