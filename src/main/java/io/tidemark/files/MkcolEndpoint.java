package io.tidemark.files;

import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.ContentType;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.http.method.MKCOL;
import io.tidemark.kernel.xml.MultistatusWriter;
import io.tidemark.kernel.xml.Rfc5689;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlReader;
import io.tidemark.property.PropertyStatuses;
import io.tidemark.target.DavMethod;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/** MKCOL (RFC 4918, section 9.3), with properties if the body has any (RFC 5689). */
@Path("{path: .*}")
@ApplicationScoped
public class MkcolEndpoint implements DavMethod {

    @Inject
    private XmlReader xml;

    @EJB
    private MkcolService service;

    @Inject
    private MethodHandlers handlers;

    @Override
    public boolean answers(Target target) {
        return (target.isAtName() && !target.isMapped()) || handlers.answers("MKCOL", target);
    }

    /** Answers 201. */
    @MKCOL
    public Response mkcol(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        Optional<Response> elsewhere = handlers.take("MKCOL", request);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        Optional<XmlElement> body = body(request);
        Preconditions preconditions = Preconditions.of(request);
        MkcolService.Made made = service.mkcol(request.path(), preconditions, body);
        PropertyStatuses statuses = made.statuses();
        if (statuses.allSucceeded()) {
            return Response.status(201)
                    .header(RevisionId.HEADER, RevisionId.header(made.revision()))
                    .build();
        }
        StreamingOutput answer = out -> {
            try (MultistatusWriter writer = new MultistatusWriter(out, Rfc5689.MKCOL_RESPONSE)) {
                statuses.writePropstats(writer);
            }
        };
        return ContentType.set(Response.status(403), ContentType.XML)
                .entity(answer)
                .build();
    }

    private Optional<XmlElement> body(DavRequest request) {
        if (!request.hasBody()) {
            return Optional.empty();
        }
        String type =
                Optional.ofNullable(request.header("Content-Type")).orElse("").toLowerCase(Locale.ROOT);
        if (!type.startsWith("application/xml") && !type.startsWith("text/xml")) {
            if (request.contentLength().isEmpty() && isEmpty(request.body())) {
                return Optional.empty();
            }
            throw DavException.of(415, "The body of MKCOL is XML, if there is one.");
        }
        Optional<XmlElement> body = xml.readOptional(request.body());
        body.filter(root -> !root.is(Rfc5689.MKCOL)).ifPresent(root -> {
            throw DavException.unprocessable("The body is no DAV:mkcol.");
        });
        return body;
    }

    /** Proxies that speak HTTP/2 with the client announce a body of unknown length where there is none. */
    private static boolean isEmpty(InputStream body) {
        try {
            return body.read() < 0;
        } catch (IOException e) {
            throw DavException.badRequest("The body broke off.");
        }
    }
}
