package io.tidemark.upload;

import io.tidemark.files.MethodHandler;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.target.FilesSubtree;
import io.tidemark.target.Nothing;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** MKCOL in one's own uploads begins one of Nextcloud's. */
@ApplicationScoped
public class TransferMkcol implements MethodHandler {

    private static final int UPLOAD_DEPTH = 3;
    private static final DavPath FILES = DavPath.of(List.of(FilesSubtree.NAME), true);

    @EJB
    private UploadService service;

    @Inject
    private UploadCeiling ceiling;

    @Inject
    private OwnOrigins origins;

    @Inject
    private Caller caller;

    @Override
    public String method() {
        return Upload.MKCOL;
    }

    @Override
    public boolean answers(Target target) {
        return target instanceof Nothing && isOwn(target.path());
    }

    @Override
    public Optional<Response> take(DavRequest request) {
        if (!request.path().subtree().equals(UploadsSubtree.NAME)) {
            return Optional.empty();
        }
        if (!isOwn(request.path())) {
            throw DavException.of(403, "Uploads are made by their users.");
        }
        if (request.contentLength().orElse(0L) > 0) {
            throw DavException.of(415, "An upload is made without a body.");
        }
        Upload upload = new Upload(
                UUID.randomUUID(),
                caller.name(),
                request.path().name(),
                Upload.MKCOL,
                target(request).href(),
                "",
                null,
                0,
                0,
                false,
                UUID.randomUUID(),
                ceiling.expiry());
        service.begin(upload, Preconditions.of(request));
        return Optional.of(Response.status(201).build());
    }

    /** Where the whole will go, whose quotas count what comes; who does not say, counts at the topmost collection. */
    private DavPath target(DavRequest request) {
        String destination = request.header("Destination");
        return destination == null
                ? FILES
                : origins.path(destination, request.host())
                        .orElseThrow(() -> DavException.of(502, "The destination is on another server."));
    }

    private boolean isOwn(DavPath path) {
        return path.segments().size() == UPLOAD_DEPTH
                && path.subtree().equals(UploadsSubtree.NAME)
                && path.segments().get(1).equals(caller.name());
    }
}
