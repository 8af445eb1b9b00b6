package io.tidemark.upload;

import io.tidemark.files.MethodHandler;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** POST with {@code Upload-Complete: ?0} is refused: the archive that it brings would be taken for a whole one. */
@ApplicationScoped
public class WholeImports implements MethodHandler {

    @Override
    public String method() {
        return HttpMethod.POST;
    }

    /** Where POST answers anyway. */
    @Override
    public boolean answers(Target target) {
        return false;
    }

    @Override
    public Optional<Response> take(DavRequest request) {
        if (UploadFields.complete(request).filter(complete -> !complete).isPresent()) {
            throw DavException.of(501, "An import comes in one request.");
        }
        return Optional.empty();
    }
}
