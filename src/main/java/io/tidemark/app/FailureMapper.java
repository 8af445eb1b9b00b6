package io.tidemark.app;

import io.tidemark.audit.AuditNotes;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.ContentType;
import io.tidemark.kernel.sql.Collision;
import io.tidemark.kernel.sql.DatabaseState;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Answers everything else that goes wrong, and tells the client nothing of it: what failed is in the log, under the
 * reference that the answer carries.
 */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(FailureMapper.class);

    @Inject
    private DavExceptionMapper refusals;

    @Inject
    private HttpServletRequest servlet;

    @Inject
    private DatabaseState database;

    @Override
    public Response toResponse(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DavException refusal) {
                return refusals.toResponse(refusal);
            }
            if (cause instanceof NotAllowedException) {
                return refusals.toResponse(DavException.methodNotAllowed());
            }
            if (cause instanceof WebApplicationException refused) {
                return Response.status(refused.getResponse().getStatus()).build();
            }
            if (cause instanceof Collision) {
                // Again and again another transaction was faster: the client may be luckier later.
                LOG.debug("A write is given up, because another one was in its way each time", failure);
                return Response.status(503).header("Retry-After", "1").build();
            }
            if (cause instanceof EJBAccessException) {
                return Response.status(403).build();
            }
        }
        DatabaseState.Trouble trouble = database.trouble(failure);
        if (trouble == DatabaseState.Trouble.FULL) {
            return refusals.toResponse(DavException.of(507, Conditions.SUFFICIENT_DISK_SPACE));
        }
        if (trouble != null || database.isGone()) {
            // Hibernate takes a row that it cannot read for one that is not there, and what follows from that says
            // nothing.
            return DatabaseFilter.unavailable();
        }
        String reference = UUID.randomUUID().toString();
        AuditNotes.of(servlet).failed(reference);
        LOG.errorf(failure, "A request failed; its answer carries the reference %s", reference);
        return ContentType.set(Response.serverError(), ContentType.TEXT)
                .entity("The server failed. Its log says why, under the reference " + reference + ".\n")
                .build();
    }
}
