package io.tidemark.upload;

import io.tidemark.files.FilePut;
import io.tidemark.files.MethodHandler;
import io.tidemark.files.PutRequest;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;

/**
 * PUT with {@code Upload-Complete: ?0} begins a resumable upload (draft-ietf-httpbis-resumable-upload, "Upload Creation").
 * One that has the whole is a PUT as ever: without interim answers, the client could not learn where to go on.
 */
@ApplicationScoped
public class ResumablePut implements MethodHandler {

    @EJB
    private UploadService service;

    @Inject
    private FilePut puts;

    @Inject
    private Appending appending;

    @Inject
    private UploadCeiling ceiling;

    @Inject
    private PartFiles files;

    @Inject
    private Caller caller;

    @Inject
    private HttpServletRequest servlet;

    @Override
    public String method() {
        return HttpMethod.PUT;
    }

    /** Where PUT answers anyway. */
    @Override
    public boolean answers(Target target) {
        return false;
    }

    @Override
    public Optional<Response> take(DavRequest request) {
        Optional<Boolean> complete = UploadFields.complete(request);
        if (complete.isEmpty() || request.path().subtree().equals(UploadsSubtree.NAME)) {
            return Optional.empty();
        }
        Optional<Long> length = Append.length(request, 0, complete.get());
        return complete.get() ? Optional.empty() : Optional.of(begin(request, length));
    }

    private Response begin(DavRequest request, Optional<Long> length) {
        String saved = SavedRequest.of(request);
        PutRequest put =
                PutRequest.of(SavedRequest.restore(servlet, request.path().href(), saved));
        puts.preview(put, length.orElse(request.contentLength().orElse(0L)));
        if (length.orElse(0L) > ceiling.maxBytes()) {
            return Response.status(413)
                    .header(
                            UploadFields.LIMIT,
                            UploadFields.limit(
                                    ceiling.maxBytes(), ceiling.maxAge().toSeconds()))
                    .build();
        }
        UUID id = UUID.randomUUID();
        Upload upload = new Upload(
                id,
                caller.name(),
                id.toString(),
                HttpMethod.PUT,
                put.path().href(),
                saved,
                length.orElse(null),
                0,
                0,
                false,
                UUID.randomUUID(),
                ceiling.expiry());
        service.begin(upload, Preconditions.NONE);
        try {
            Upload begun = appending.append(upload, request);
            return appending.introduce(Response.status(201), begun).build();
        } catch (DavException | UploadRefusal e) {
            // The client has not learnt its URL, and will not.
            files.delete(id);
            forget(upload);
            throw e;
        }
    }

    private void forget(Upload upload) {
        try {
            service.forget(upload.path(), Preconditions.NONE);
        } catch (DavException gone) {
            // Whatever refused the body has forgotten it already.
        }
    }
}
