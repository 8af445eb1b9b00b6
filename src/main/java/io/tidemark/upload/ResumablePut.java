package io.tidemark.upload;

import io.tidemark.files.FilePut;
import io.tidemark.files.MethodHandler;
import io.tidemark.files.PutRequest;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * PUT with {@code Upload-Complete: ?0} begins a resumable upload (draft-ietf-httpbis-resumable-upload, "Upload Creation").
 * One that has the whole is a PUT as ever: without interim answers, the client could not learn where to go on.
 */
@ApplicationScoped
public class ResumablePut implements MethodHandler {

    @Inject
    private FilePut puts;

    @Inject
    private Beginning beginning;

    @Inject
    private HttpServletRequest servlet;

    @Override
    public String method() {
        return HttpMethod.PUT;
    }

    /** Where PUT answers anyway. */
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
        return complete.get() ? Optional.empty() : Optional.of(begin(request, length));
    }

    private Response begin(DavRequest request, Optional<Long> length) {
        String saved = SavedRequest.of(request);
        PutRequest put =
                PutRequest.of(SavedRequest.restore(servlet, request.path().href(), saved));
        puts.preview(put, length.orElse(request.contentLength().orElse(0L)));
        return beginning.begin(request, HttpMethod.PUT, saved, length);
    }
}
