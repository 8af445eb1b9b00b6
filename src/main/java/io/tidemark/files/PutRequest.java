package io.tidemark.files;

import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.Checksum;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.Digest;
import io.tidemark.kernel.http.SafeSave;
import io.tidemark.kernel.http.VersionHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;

/** All that a PUT says, but its body. */
public final class PutRequest {

    private final DavPath path;
    private final VersionHeaders revision;
    private final Preconditions preconditions;
    private final SafeSave wish;
    private final Upload upload;
    private final List<Checksum> checksums;

    private PutRequest(DavRequest request) {
        path = request.path();
        revision = VersionHeaders.ofWrite(request);
        preconditions = Preconditions.of(request);
        checksums = new ArrayList<>(Checksum.parse(request.header(Checksum.HEADER)));
        checksums.addAll(Digest.parse(request.header(Digest.REPRESENTATION)));
        checksums.addAll(Digest.parse(request.header(Digest.CONTENT)));
        wish = SafeSave.of(request);
        upload = Upload.of(request);
    }

    /**
     * Reads the headers.
     *
     * @throws DavException 400 when one is malformed, 405 for the context root, 415 for a content encoding
     */
    public static PutRequest of(DavRequest request) {
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
        return new PutRequest(request);
    }

    /** Where the body goes. */
    public DavPath path() {
        return path;
    }

    /** What must hold. */
    public Preconditions preconditions() {
        return preconditions;
    }

    /** What the body must match. */
    public List<Checksum> checksums() {
        return checksums;
    }

    /** The answer once the body is stored. */
    public Response.ResponseBuilder answer(Outcome outcome) {
        return outcome.response().header("X-OC-Mtime", upload.modifiedAt().isPresent() ? "accepted" : null);
    }

    VersionHeaders revision() {
        return revision;
    }

    SafeSave wish() {
        return wish;
    }

    Upload upload() {
        return upload;
    }
}
