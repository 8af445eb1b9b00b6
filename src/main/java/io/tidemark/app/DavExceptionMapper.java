package io.tidemark.app;

import io.tidemark.audit.AuditNotes;
import io.tidemark.files.CurrentRepresentation;
import io.tidemark.kernel.error.Condition;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.figures.Tally;
import io.tidemark.kernel.http.ContentType;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.xml.MultistatusWriter;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.target.Methods;
import io.tidemark.target.Targets;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/**
 * Answers a refusal: its status, and a {@code DAV:error} body where a condition explains it (RFC 4918, section 16); where the
 * client prefers that, what is there instead of what it wanted to replace.
 */
@Provider
public class DavExceptionMapper implements ExceptionMapper<DavException> {

    @Inject
    private HttpServletRequest servlet;

    @Inject
    private Targets targets;

    @Inject
    private Methods methods;

    @Inject
    private CurrentRepresentation representations;

    @Override
    public Response toResponse(DavException refusal) {
        AuditNotes.of(servlet).refused(refusal);
        if (Conditions.VALID_SYNC_TOKEN.equals(refusal.condition())) {
            Tally.TOKENS_REFUSED.add();
        }
        if (refusal.status() == 412) {
            Optional<Response.ResponseBuilder> current = representations.of(servlet);
            if (current.isPresent()) {
                return current.get().build();
            }
        }
        Response.ResponseBuilder response = Response.status(refusal.status());
        if (refusal.status() == 405) {
            try {
                DavPath path = DavRequest.of(servlet).path();
                response.header("Allow", String.join(", ", methods.at(targets.of(path))));
            } catch (DavException malformed) {
                // An unknown method has met no endpoint, which would have refused the URL.
                return toResponse(malformed);
            }
        }
        Condition condition = refusal.condition();
        if (!refusal.members().isEmpty()) {
            ContentType.set(response, ContentType.XML).entity(multistatus(refusal));
        } else if (condition != null) {
            ContentType.set(response, ContentType.XML).entity(error(condition));
        } else {
            ContentType.set(response, ContentType.TEXT).entity(refusal.getMessage() + '\n');
        }
        return response.build();
    }

    private static StreamingOutput error(Condition condition) {
        return out -> {
            try (XmlWriter xml = new XmlWriter(out)) {
                xml.root(Rfc4918.ERROR);
                MultistatusWriter.write(condition, xml);
            }
        };
    }

    private static StreamingOutput multistatus(DavException refusal) {
        return out -> {
            try (MultistatusWriter multistatus = new MultistatusWriter(out)) {
                refusal.members()
                        .forEach(member -> multistatus.response(member.href(), member.status(), member.condition()));
            }
        };
    }
}
