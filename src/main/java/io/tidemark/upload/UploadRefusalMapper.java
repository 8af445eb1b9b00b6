package io.tidemark.upload;

import io.tidemark.kernel.http.ContentType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers what a resumable upload is refused for, as a problem (RFC 9457) and with the offset at which it goes on. */
@Provider
public class UploadRefusalMapper implements ExceptionMapper<UploadRefusal> {

    @Override
    public Response toResponse(UploadRefusal refusal) {
        return ContentType.set(Response.status(refusal.status()), "application/problem+json")
                .header(UploadFields.OFFSET, refusal.offset())
                .entity(refusal.json())
                .build();
    }
}
