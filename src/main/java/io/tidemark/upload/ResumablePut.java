package io.tidemark.upload;

import io.tidemark.files.FilePut;
import io.tidemark.files.PutRequest;
import io.tidemark.kernel.http.DavRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;

/** PUT of a file that comes in several requests. */
@ApplicationScoped
public class ResumablePut extends ResumableRequest {

    @Inject
    private FilePut puts;

    /** For the container, which makes it. */
    public ResumablePut() {
        super(HttpMethod.PUT);
    }

    @Override
    String save(DavRequest request) {
        return SavedRequest.of(request);
    }

    @Override
    void preview(DavRequest later, long length) {
        puts.preview(PutRequest.of(later), length);
    }
}
