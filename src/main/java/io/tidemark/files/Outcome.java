package io.tidemark.files;

import io.tidemark.kernel.http.EntityTag;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * How a write ended.
 *
 * @param created whether something is mapped where nothing was
 * @param tag the entity tag of a file that was written; null for anything else
 */
record Outcome(boolean created, @Nullable EntityTag tag) {

    /** 201 for what was created, 204 for what was replaced. */
    Response.ResponseBuilder response() {
        return Response.status(created ? 201 : 204).header("ETag", tag == null ? null : tag.toString());
    }
}
