package io.tidemark.files;

import io.tidemark.kernel.http.DavRequest;
import io.tidemark.target.Target;
import jakarta.ws.rs.core.Response;

/** What takes POST besides collections of files. The room that has such a thing plugs it in as a CDI bean. */
public interface PostHandler {

    /** Whether a target is such a thing. */
    boolean takes(Target target);

    /** Carries a POST to one out. */
    Response post(DavRequest request);
}
