package io.tidemark.files;

import io.tidemark.kernel.http.DavRequest;
import io.tidemark.target.Target;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * What a method of this room does where another room is in charge: at that room's own resources, or with its headers. Rooms
 * plug theirs in as CDI beans.
 */
public interface MethodHandler {

    /** The method, as requests name it. */
    String method();

    /** Whether a target takes the method because of this. */
    boolean answers(Target target);

    /** The answer to a request that is the other room's; empty for all others. */
    Optional<Response> take(DavRequest request);
}
