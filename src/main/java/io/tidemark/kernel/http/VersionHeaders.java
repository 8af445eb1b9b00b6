package io.tidemark.kernel.http;

import io.tidemark.kernel.error.DavException;
import java.util.Optional;

/** The headers that say which revision of what its URL names a request is about (protocol, section 4.2). */
public record VersionHeaders(Optional<RevisionId> revision, Optional<String> branch, Optional<RevisionPath> path) {

    /** A request that says nothing about revisions. */
    public static final VersionHeaders NONE = new VersionHeaders(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Reads the headers of a request that reads.
     *
     * @throws DavException 400 when one is malformed
     */
    public static VersionHeaders of(DavRequest request) {
        String revision = request.header(RevisionId.HEADER);
        String branch = request.header("Branch-Id");
        String path = request.header("Revision-Path");
        String label = request.header("Label");
        if (revision == null && branch == null && path == null && label == null) {
            return NONE;
        }
        if (branch != null && branch.isBlank()) {
            throw DavException.badRequest("The Branch-Id is empty.");
        }
        Optional<RevisionId> id = RevisionId.parse(revision, label);
        if (branch != null && id.filter(RevisionId.All.class::isInstance).isPresent()) {
            throw DavException.badRequest("Either all revisions or those of a branch are meant.");
        }
        return new VersionHeaders(
                id, Optional.ofNullable(branch).map(String::strip).map(HeaderText::decode), RevisionPath.parse(path));
    }

    /**
     * Reads the headers of a request that is about one revision.
     *
     * @throws DavException 400 when one is malformed, or names them all
     */
    public static VersionHeaders ofOne(DavRequest request) {
        VersionHeaders headers = of(request);
        if (headers.all()) {
            throw DavException.badRequest("The request is about one revision.");
        }
        return headers;
    }

    /**
     * Reads the headers of a request that writes.
     *
     * @throws DavException 400 when one is malformed, or says what only reads can
     */
    public static VersionHeaders ofWrite(DavRequest request) {
        VersionHeaders headers = ofOne(request);
        if (headers.path().isPresent()) {
            throw DavException.badRequest("A Revision-Path leads to what has been: it cannot be written.");
        }
        return headers;
    }

    /** Whether they say nothing. */
    public boolean isNone() {
        return revision.isEmpty() && branch.isEmpty() && path.isEmpty();
    }

    /** Whether every revision is asked for. */
    public boolean all() {
        return revision.filter(RevisionId.All.class::isInstance).isPresent();
    }
}
