package io.tidemark.files;

import io.tidemark.kernel.http.DavRequest;
import io.tidemark.target.Target;

/** What DELETE ends besides mappings. The room that has such things plugs their end in as a CDI bean. */
public interface DeleteHandler {

    /** Whether a target is such a thing. */
    boolean disposesOf(Target target);

    /** Carries a DELETE of one out. */
    void dispose(DavRequest request);
}
