package io.tidemark.files;

import io.tidemark.kernel.http.Checksum;
import io.tidemark.kernel.http.ContentType;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.Digest;
import io.tidemark.kernel.http.HttpDate;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.RevisionsSubtree;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The content of a file in answers, and what describes it (RFC 7231, section 3). */
@Dependent
class FileAnswers {

    /** The headers that choose a revision: a cache must not answer one with another (RFC 3253, section 8.3). */
    private static final String CHOOSING = "Revision-Id, Branch-Id, Revision-Path, Label, Configuration-Id";

    /** Nobody else's cache keeps it, and the user's own asks each time whether it is still the same. */
    static final String CHANGING = "private, no-cache";

    private static final String UNCHANGING = "private, max-age=31536000, immutable";
    /** What says how long an answer may be kept. */
    static final String CACHING = "Cache-Control";

    @EJB
    private ReadService service;

    @Inject
    private ServedType types;

    /** An answer with the whole content of a file. */
    Response.ResponseBuilder whole(Response.ResponseBuilder response, Read read, DavRequest request, boolean withBody) {
        ResourceView file = read.target().mapped();
        return ContentType.setStored(described(response, read.target(), file, request), types.of(file, read.body()))
                .header("Content-Length", file.length())
                .header(Checksum.HEADER, sha1(read))
                .entity(withBody ? whole(read, file) : null);
    }

    private @Nullable String sha1(Read read) {
        byte[] sum = read.kept().sha1();
        return sum == null ? null : "SHA1:" + HexFormat.of().formatHex(sum);
    }

    private Object whole(Read read, ResourceView file) {
        return read.body() != null ? read.body() : new FileBody(service.open(file.body()));
    }

    /** What a client gets of a file, with the digest of the whole if it asks for that (RFC 9530, section 4). */
    static Response.ResponseBuilder described(
            Response.ResponseBuilder response, Target target, ResourceView file, DavRequest request) {
        byte[] sha256 = file.body().bytes();
        return describe(response, target, file)
                .header(
                        Digest.REPRESENTATION,
                        Digest.isWanted(request.header(Digest.WANTED)) ? Digest.of(sha256) : null);
    }

    /** What a client gets to know of a file besides its content: what a 304 says, too. */
    static Response.ResponseBuilder describe(Response.ResponseBuilder response, Target target, ResourceView file) {
        return response.header("ETag", file.body().entityTag().toString())
                .header("Last-Modified", HttpDate.format(file.modifiedAt()))
                .header(CACHING, isForEver(target.path(), file) ? UNCHANGING : CHANGING)
                .header("Accept-Ranges", "bytes")
                .header("Content-Language", file.language())
                .header(RevisionId.HEADER, RevisionId.header(file.shownRevision()))
                .header("Vary", file.versioning().enabled() ? CHOOSING : null);
    }

    /** A revision's own URL shows one content for ever, but while the revision is thawed or open. */
    private static boolean isForEver(DavPath path, ResourceView file) {
        return path.subtree().equals(RevisionsSubtree.NAME)
                && RevisionsSubtree.revision(path).isPresent()
                && !file.thawed()
                && file.sitting() == null;
    }
}
