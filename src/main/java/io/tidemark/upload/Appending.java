package io.tidemark.upload;

import io.tidemark.content.AnnouncedChecksums;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.Checksum;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.Digest;
import io.tidemark.kernel.xml.Spelling;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Takes the body of a request that adds to a resumable upload: as much of it as comes. */
@ApplicationScoped
class Appending {

    @EJB
    private UploadService service;

    @Inject
    private UploadCeiling ceiling;

    @Inject
    private PartFiles files;

    /**
     * Reads the body.
     *
     * @param upload as the request got hold of it
     * @return the upload with what came
     * @throws DavException 400 when the body breaks off: what came until then has been counted
     */
    Upload append(Upload upload, DavRequest request) {
        ceiling.checkBytes(upload.principal(), request.contentLength().orElse(0L));
        Part part = new Part(upload.id(), upload.staged(), "%015d".formatted(upload.staged()), 0, UUID.randomUUID());
        long[] landed = new long[1];
        try {
            files.receive(
                    upload.id(),
                    part.file(),
                    request.body(),
                    most(upload),
                    new AnnouncedChecksums(checksums(request)),
                    more -> {
                        if (more > 0) {
                            service.land(upload, part, more, Preconditions.NONE);
                            landed[0] += more;
                        }
                    });
        } catch (UploadRefusal tooLong) {
            // The draft wants it to end: the client does not know what it has.
            files.delete(upload.id());
            service.forget(upload.path(), Preconditions.NONE);
            throw UploadRefusal.inconsistentLength(upload.staged());
        } finally {
            if (landed[0] == 0) {
                files.delete(upload.id(), part.file());
            }
        }
        return upload.grown(landed[0]);
    }

    private long most(Upload upload) {
        Long length = upload.length();
        return length == null ? ceiling.maxBytes() : length - upload.staged();
    }

    /** What a request says of the bytes that it brings. */
    static List<Checksum> checksums(DavRequest request) {
        return new ArrayList<>(Digest.parse(request.header(Digest.CONTENT)));
    }

    /** An answer that says how far an upload is, and what it must keep to. */
    Response.ResponseBuilder describe(Response.ResponseBuilder response, Upload upload) {
        return response.header(UploadFields.COMPLETE, upload.completed() ? UploadFields.TRUE : UploadFields.FALSE)
                .header(UploadFields.OFFSET, upload.staged())
                .header(UploadFields.LENGTH, upload.length())
                .header(UploadFields.LIMIT, UploadFields.limit(ceiling.maxBytes(), upload.secondsLeft()))
                .header("Cache-Control", "no-store");
    }

    /** The same of an upload that has just begun, with its URL. */
    Response.ResponseBuilder introduce(Response.ResponseBuilder response, Upload upload) {
        return describe(response, upload)
                .header("Location", Spelling.asked(upload.path().href()));
    }
}
