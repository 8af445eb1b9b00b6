package io.tidemark.upload;

import io.tidemark.content.Receiver;
import io.tidemark.content.StagedBody;
import io.tidemark.files.FilePut;
import io.tidemark.files.Outcome;
import io.tidemark.files.PutRequest;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The end of an upload: what has come is put together, and stored as a PUT of the whole would be. */
@ApplicationScoped
class Finish {

    @EJB
    private UploadService service;

    @Inject
    private UploadRepository uploads;

    @Inject
    private PartFiles files;

    @Inject
    private FilePut puts;

    @Inject
    private Receiver receiver;

    /**
     * Stores the whole. Where that is refused, what has come stays.
     *
     * @param asked the PUT that it is
     * @throws DavException as PUT
     */
    Response.ResponseBuilder finish(Upload upload, DavRequest asked) {
        PutRequest put = PutRequest.of(asked);
        // What has come counts already: nothing more does.
        puts.preview(put, 0);
        try (InputStream parts = files.open(uploads.parts(upload.id()));
                StagedBody staged = receiver.receive(parts, put.checksums())) {
            if (staged.length() != upload.staged()) {
                throw DavException.conflict("Another request goes on with the upload.");
            }
            Outcome outcome = service.finish(put, put.preconditions(), upload, staged);
            files.delete(upload.id());
            return put.answer(outcome);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
