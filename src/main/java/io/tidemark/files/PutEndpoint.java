package io.tidemark.files;

import io.tidemark.content.Receiver;
import io.tidemark.content.StagedBody;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.target.DavMethod;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** PUT (RFC 7231, section 4.3.4; RFC 4918, section 9.7): makes a file, or replaces its content. */
@Path("{path: .*}")
@ApplicationScoped
public class PutEndpoint implements DavMethod {

    /** A body longer than this is worth asking first whether it will be taken. */
    private static final long WORTH_ASKING = 1 << 20;

    @Inject
    private Receiver receiver;

    @EJB
    private PutService service;

    @Inject
    private MethodHandlers handlers;

    @Override
    public boolean answers(Target target) {
        boolean file = target instanceof FilesTarget && !target.isCollection();
        return file || handlers.answers(HttpMethod.PUT, target);
    }

    /** Answers 201 or 204. The body is read before the transaction begins: a slow client holds none. */
    @PUT
    public Response put(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        Optional<Response> elsewhere = handlers.take(HttpMethod.PUT, request);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        PutRequest put = PutRequest.of(request);
        boolean brief =
                request.contentLength().map(length -> length <= WORTH_ASKING).orElse(false);
        if (!brief || request.header("Expect") != null) {
            service.preview(put, request.contentLength().orElse(0L));
        }
        try (StagedBody staged = receiver.receive(request.body(), put.checksums())) {
            return put.answer(service.put(put, put.preconditions(), staged)).build();
        }
    }
}
