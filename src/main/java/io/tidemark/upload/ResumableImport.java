package io.tidemark.upload;

import io.tidemark.files.Imports;
import io.tidemark.files.MethodHandler;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * POST with {@code Upload-Complete: ?0} begins a resumable import: the archive comes in several requests, and is unpacked when
 * it is whole. With {@code ?1} it is an import as ever.
 */
@ApplicationScoped
public class ResumableImport implements MethodHandler {

    @Inject
    private Imports imports;

    @Inject
    private Beginning beginning;

    @Inject
    private HttpServletRequest servlet;

    @Override
    public String method() {
        return HttpMethod.POST;
    }

    /** Where POST answers anyway. */
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
        if (request.header("Content-Encoding") != null) {
            throw DavException.of(415, "An archive that comes in parts is taken as it is, without a content encoding.");
        }
        String saved = SavedRequest.ofImport(request);
        imports.preview(SavedRequest.restore(servlet, request.path().href(), saved));
        return Optional.of(beginning.begin(request, HttpMethod.POST, saved, length));
    }
}
