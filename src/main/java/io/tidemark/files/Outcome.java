package io.tidemark.files;

import io.tidemark.kernel.http.EntityTag;
import io.tidemark.kernel.http.RevisionId;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * How a write ended.
 *
 * @param created whether something is mapped where nothing was
 * @param tag the entity tag of a file that was written; null for anything else
 * @param revision the number of the revision that was made or changed; 0 when there is none to name
 */
public record Outcome(boolean created, @Nullable EntityTag tag, int revision) {

    /** Without a body, and without versions. */
    static Outcome of(boolean created) {
        return new Outcome(created, null, 0);
    }

    /** 201 for what was created, 204 for what was replaced. */
    public Response.ResponseBuilder response() {
        return Response.status(created ? 201 : 204)
                .header("ETag", tag == null ? null : tag.toString())
                .header(RevisionId.HEADER, RevisionId.header(revision));
    }
}
