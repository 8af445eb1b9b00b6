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
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** LABEL: gives a revision a name, or takes it away; of a collection and its members with a Depth (RFC 3253, section 8.2). */
@Path("{path: .*}")
@ApplicationScoped
public class LabelEndpoint implements DavMethod {

    @Inject
    private XmlReader xml;

    @Inject
    private VersionedTree tree;

    @EJB
    private LabelService service;

    @Override
    public boolean answers(Target target) {
        return target.isMapped()
                && (target.isVersioned()
                        || (target instanceof FilesTarget files && files.isAtName() && files.isCollection()));
    }

    /** Answers 200; 207 with what was refused below a collection, where nothing is changed. */
    @LABEL
    public Response label(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        Depth depth = request.depth(Depth.ZERO);
        LabelRequest wanted = LabelRequest.parse(xml.read(request.body()));
        VersionHeaders revision = VersionHeaders.ofWrite(request);
        Preconditions preconditions = Preconditions.of(request);
        if (tree.isMeant(request.path(), depth)) {
            if (revision.revision()
                    .filter(id -> !(id instanceof RevisionId.Labelled))
                    .isPresent()) {
                throw DavException.badRequest("Of several resources, revisions are named by a label or by a branch.");
            }
            service.labelTree(request.path(), depth, revision, preconditions, wanted);
            return answer().build();
        }
        int number = service.label(request.path(), revision, preconditions, wanted);
        return answer().header(RevisionId.HEADER, RevisionId.of(number)).build();
    }

    private static Response.ResponseBuilder answer() {
        return Response.ok().header("Cache-Control", "no-cache");
    }
}
