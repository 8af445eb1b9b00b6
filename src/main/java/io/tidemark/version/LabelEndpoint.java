package io.tidemark.version;

import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.Depth;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.kernel.http.method.LABEL;
import io.tidemark.kernel.xml.XmlReader;
import io.tidemark.target.DavMethod;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** LABEL: gives a revision a name, or takes it away (RFC 3253, section 8.2). */
@Path("{path: .*}")
@ApplicationScoped
public class LabelEndpoint implements DavMethod {

    @Inject
    private XmlReader xml;

    @EJB
    private LabelService service;

    @Override
    public boolean answers(Target target) {
        return target.isMapped() && target.isVersioned();
    }

    /** Answers 200. */
    @LABEL
    public Response label(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        if (request.depth(Depth.ZERO) != Depth.ZERO) {
            throw DavException.badRequest("A label names a revision of one resource: its Depth is 0.");
        }
        LabelRequest wanted = LabelRequest.parse(xml.read(request.body()));
        VersionHeaders revision = VersionHeaders.ofWrite(request);
        Preconditions preconditions = Preconditions.of(request);
        int number = service.label(request.path(), revision, preconditions, wanted);
        return Response.ok()
                .header("Cache-Control", "no-cache")
                .header(RevisionId.HEADER, RevisionId.of(number))
                .build();
    }
}
