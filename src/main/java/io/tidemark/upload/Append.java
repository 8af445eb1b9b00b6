package io.tidemark.upload;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import java.util.Objects;
import java.util.Optional;

/**
 * What a request says that adds to a resumable upload.
 *
 * @param offset where its bytes belong
 * @param complete whether they are the last
 * @param length how many bytes the whole has, where the request says so
 */
record Append(long offset, boolean complete, Optional<Long> length) {

    /**
     * Reads the headers of a PATCH.
     *
     * @throws DavException 400 when one is missing that must be there
     * @throws UploadRefusal when its lengths do not go together
     */
    static Append of(DavRequest request) {
        long offset = UploadFields.offset(request)
                .orElseThrow(() -> DavException.badRequest("The Upload-Offset header is missing, or malformed."));
        boolean complete = UploadFields.complete(request)
                .orElseThrow(() -> DavException.badRequest("The Upload-Complete header is missing, or malformed."));
        return new Append(offset, complete, length(request, offset, complete));
    }

    /**
     * The whole length that a request says.
     *
     * @throws UploadRefusal when it says two
     */
    static Optional<Long> length(DavRequest request, long offset, boolean complete) {
        Optional<Long> told = UploadFields.length(request);
        Optional<Long> meant = request.contentLength().map(length -> offset + length);
        boolean fits = !complete || told.isEmpty() || meant.isEmpty() || told.equals(meant);
        boolean exceeds = told.isPresent() && meant.isPresent() && meant.get() > told.get();
        if (!fits || exceeds) {
            throw UploadRefusal.inconsistentLength(offset);
        }
        return told.isPresent() || !complete ? told : meant;
    }

    /**
     * Compares it with what has come.
     *
     * @throws UploadRefusal when it does not go on there
     */
    void check(Upload upload) {
        if (upload.completed()) {
            throw UploadRefusal.completed(upload.staged());
        }
        if (offset != upload.staged()) {
            throw UploadRefusal.mismatchingOffset(upload.staged(), offset);
        }
        Long known = upload.length();
        if (known != null && length.isPresent() && !Objects.equals(known, length.get())) {
            throw UploadRefusal.inconsistentLength(upload.staged());
        }
    }
}
