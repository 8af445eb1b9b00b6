package io.tidemark.files;

import io.tidemark.content.Receiver;
import io.tidemark.content.StagedBody;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.Checksum;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.Digest;
import io.tidemark.kernel.http.SafeSave;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.target.DavMethod;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;

/** PUT (RFC 7231, section 4.3.4; RFC 4918, section 9.7): makes a file, or replaces its content. */
@Path("{path: .*}")
@ApplicationScoped
public class PutEndpoint implements DavMethod {

    /** A body longer than this is worth asking first whether it will be taken. */
    private static final long WORTH_ASKING = 1 << 20;

    @Inject
    private Receiver receiver;

    @EJB
    private PutService service;

    @Override
    public boolean answers(Target target) {
        return target instanceof FilesTarget && !target.isCollection();
    }

    /** Answers 201 or 204. The body is read before the transaction begins: a slow client holds none. */
    @PUT
    public Response put(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        if (request.header("Content-Range") != null) {
            throw DavException.badRequest("PUT stores whole bodies: Content-Range is not understood.");
        }
        String encoding = request.header("Content-Encoding");
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            throw DavException.of(415, "Bodies are stored as they are, without a content encoding.");
        }
        if (request.path().isRoot()) {
            // It has no name that could suggest a media type.
            throw DavException.methodNotAllowed();
        }
        VersionHeaders revision = VersionHeaders.ofWrite(request);
        Preconditions preconditions = Preconditions.of(request);
        List<Checksum> checksums = new ArrayList<>(Checksum.parse(request.header(Checksum.HEADER)));
        checksums.addAll(Digest.parse(request.header(Digest.REPRESENTATION)));
        checksums.addAll(Digest.parse(request.header(Digest.CONTENT)));
        SafeSave wish = SafeSave.of(request);
        Upload upload = Upload.of(request);
        boolean brief =
                request.contentLength().map(length -> length <= WORTH_ASKING).orElse(false);
        if (!brief || request.header("Expect") != null) {
            service.preview(
                    request.path(),
                    revision,
                    preconditions,
                    request.contentLength().orElse(0L));
        }
        try (StagedBody staged = receiver.receive(request.body(), checksums)) {
            Outcome outcome = service.put(request.path(), revision, preconditions, wish, upload, staged);
            return outcome.response()
                    .header("X-OC-Mtime", upload.modifiedAt().isPresent() ? "accepted" : null)
                    .build();
        }
    }
}
