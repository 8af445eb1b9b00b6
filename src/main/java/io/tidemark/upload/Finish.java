package io.tidemark.upload;

import io.tidemark.content.Receiver;
import io.tidemark.content.StagedBody;
import io.tidemark.files.FilePut;
import io.tidemark.files.Imports;
import io.tidemark.files.Outcome;
import io.tidemark.files.PutRequest;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** The end of an upload: what has come is put together, and stored as a PUT of the whole would be, or imported. */
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
    private Imports imports;

    @Inject
    private Receiver receiver;

    /**
     * Stores the whole. Where that is refused, what has come stays.
     *
     * @param asked the PUT or the import that it is
     * @throws DavException as these
     */
    Response.ResponseBuilder finish(Upload upload, DavRequest asked) {
        try {
            return upload.isImport() ? unpack(upload, asked) : store(upload, asked);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException && isOver(upload)) {
                throw DavException.conflict("Another request has completed the upload.");
            }
            throw e;
        }
    }

    private Response.ResponseBuilder store(Upload upload, DavRequest asked) throws IOException {
        PutRequest put = PutRequest.of(asked);
        // What has come counts already: nothing more does.
        puts.preview(put, 0);
        try (InputStream parts = files.open(uploads.parts(upload.id()));
                StagedBody staged = receiver.receive(parts, put.checksums())) {
            if (staged.length() != upload.staged()) {
                throw UploadService.overtaken();
            }
            Outcome outcome = service.finish(put, put.preconditions(), upload, staged);
            files.delete(upload.id());
            return put.answer(outcome);
        }
    }

    /** An import is many changes: it may be cut off, and be done again, before the upload is marked as complete. */
    private Response.ResponseBuilder unpack(Upload upload, DavRequest asked) throws IOException {
        imports.preview(asked);
        List<Part> pieces = uploads.parts(upload.id());
        if (pieces.stream().mapToLong(Part::length).sum() != upload.staged()) {
            throw UploadService.overtaken();
        }
        try (InputStream parts = files.open(pieces)) {
            Response answer = imports.run(asked, parts);
            if (answer.getStatus() == Response.Status.OK.getStatusCode()) {
                service.complete(upload, Preconditions.NONE);
                files.delete(upload.id());
            }
            return Response.fromResponse(answer);
        }
    }

    /** Whether an upload has been completed, or given up, so that its parts are gone. */
    private boolean isOver(Upload upload) {
        return uploads.find(upload.principal(), upload.name())
                .filter(found -> found.id().equals(upload.id()) && !found.completed())
                .isEmpty();
    }
}
