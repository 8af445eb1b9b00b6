package io.tidemark.kernel.http;

import io.tidemark.kernel.xml.MultistatusWriter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** A 207 answer whose body is written while it is read. */
public final class MultistatusResponse {

    /** What writes the responses. */
    @FunctionalInterface
    public interface Body {

        /** Writes them. */
        void write(MultistatusWriter multistatus);
    }

    private MultistatusResponse() {}

    /** A response that {@code body} writes, once the status has been sent. */
    public static Response.ResponseBuilder of(Body body) {
        StreamingOutput stream = out -> {
            MultistatusWriter multistatus = new MultistatusWriter(out);
            body.write(multistatus);
            multistatus.close();
        };
        return ContentType.set(Response.status(207), ContentType.XML).entity(stream);
    }
}
