package io.tidemark.upload;

import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;

/** Begins resumable uploads, whatever they are in the end. */
@ApplicationScoped
class Beginning {

    @EJB
    private UploadService service;

    @Inject
    private Appending appending;

    @Inject
    private UploadCeiling ceiling;

    @Inject
    private PartFiles files;

    @Inject
    private Caller caller;

    /**
     * Begins an upload with the bytes that the request brings.
     *
     * @param request which would be carried out at once, if it had all of them
     * @param method its method
     * @param saved what is kept of its headers
     * @param length how many bytes the whole has, where the request says so
     * @return 201, or 413 when that is more than is taken
     */
    Response begin(DavRequest request, String method, String saved, Optional<Long> length) {
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
                method,
                request.path().href(),
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
