package io.tidemark.files;

import io.tidemark.kernel.http.DavRequest;
import jakarta.ws.rs.core.Response;

/**
 * COPY from one configuration to another, which makes no copies: the room that keeps configurations plugs it in as a CDI
 * bean (protocol, section 5.3).
 */
public interface Transfer {

    /** The header that names the configuration to copy to. */
    String HEADER = "Target-Configuration";

    /** Carries out a COPY that has the header. */
    Response copy(DavRequest request);
}
