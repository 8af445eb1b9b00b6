package io.tidemark.app;

import io.tidemark.embedded.Reserve;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.SafeMethods;
import io.tidemark.kernel.sql.DatabaseState;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses what cannot be done now, before anything is begun: all requests while the database does not answer or waits for
 * room, and those that change something while its disk is full. DELETE is among them: it adds to the history, and frees nothing at once.
 */
@Provider
@PreMatching
public class DatabaseFilter implements ContainerRequestFilter {

    /** Seconds after which to ask again. */
    static final String RETRY_AFTER = "5";

    @Inject
    private DatabaseState database;

    @Override
    public void filter(ContainerRequestContext request) {
        if (database.isGone() || Reserve.isAwaited()) {
            request.abortWith(unavailable());
        } else if (!SafeMethods.includes(request.getMethod()) && Reserve.isShort()) {
            throw DavException.of(507, Conditions.SUFFICIENT_DISK_SPACE);
        }
    }

    /** The answer to who may fare better in a while. */
    static Response unavailable() {
        return Response.status(503).header("Retry-After", RETRY_AFTER).build();
    }
}
