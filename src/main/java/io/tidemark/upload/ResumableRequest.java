package io.tidemark.upload;

import io.tidemark.files.MethodHandler;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.target.Target;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * A request whose body comes in several requests (draft-ietf-httpbis-resumable-upload, "Upload Creation"): with
 * {@code Upload-Complete: ?0} it begins an upload, and is carried out when that is whole. With {@code ?1} it is a request as
 * ever: without interim answers, the client could not learn where to go on.
 */
abstract class ResumableRequest implements MethodHandler {

    private final String method;

    @Inject
    private Beginning beginning;

    @Inject
    private HttpServletRequest servlet;

    ResumableRequest(String method) {
        this.method = method;
    }

    @Override
    public String method() {
        return method;
    }

    /** Where the method answers anyway. */
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
        if (complete.get()) {
            return Optional.empty();
        }
        String saved = save(request);
        DavRequest later = SavedRequest.restore(servlet, request.path().href(), saved);
        preview(later, length.orElse(request.contentLength().orElse(0L)));
        return Optional.of(beginning.begin(request, method, saved, length));
    }

    /**
     * What is kept of the request until its body is whole.
     *
     * @throws io.tidemark.kernel.error.DavException when it is one that cannot come in parts
     */
    abstract String save(DavRequest request);

    /**
     * Lets a request through as it will be carried out, as things are now.
     *
     * @param length the body's, as far as that is known; else what comes with the first request
     */
    abstract void preview(DavRequest later, long length);
}
