package io.tidemark.upload;

import io.tidemark.files.Imports;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;

/** POST of an archive that comes in several requests, and is unpacked when it is whole. */
@ApplicationScoped
public class ResumableImport extends ResumableRequest {

    @Inject
    private Imports imports;

    /** For the container, which makes it. */
    public ResumableImport() {
        super(HttpMethod.POST);
    }

    @Override
    String save(DavRequest request) {
        if (request.header("Content-Encoding") != null) {
            throw DavException.of(415, "An archive that comes in parts is taken as it is, without a content encoding.");
        }
        return SavedRequest.ofImport(request);
    }

    @Override
    void preview(DavRequest later, long length) {
        imports.preview(later);
    }
}
