package io.tidemark.version;

import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.HeaderText;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.kernel.http.method.BRANCH;
import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlElement;
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
import java.util.Optional;

/** BRANCH: begins a line of its own at a revision (protocol, section 4.7). */
@Path("{path: .*}")
@ApplicationScoped
public class BranchEndpoint implements DavMethod {

    @Inject
    private XmlReader xml;

    @EJB
    private BranchService service;

    @Override
    public boolean answers(Target target) {
        return target.isMapped() && target.isVersioned();
    }

    /** Answers 201 with the branch's id, and the id of its first revision. */
    @BRANCH
    public Response branch(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        VersionHeaders base = VersionHeaders.ofWrite(request);
        Optional<XmlElement> body = xml.readOptional(request.body());
        body.filter(root -> !root.is(VersioningDraft.BRANCH)).ifPresent(root -> {
            throw DavException.unprocessable("The body is no DAV:branch.");
        });
        Optional<String> label = body.flatMap(root -> root.child(VersioningDraft.BRANCHLABEL))
                .map(XmlElement::text)
                .map(String::strip);
        Optional<String> comment =
                body.flatMap(root -> root.child(VersioningDraft.COMMENT)).map(XmlElement::text);
        Preconditions preconditions = Preconditions.of(request);
        BranchService.Branched branched = service.branch(request.path(), base, preconditions, label, comment);
        return Response.status(201)
                .header("Branch-Id", HeaderText.encode(branched.id()))
                .header(RevisionId.HEADER, RevisionId.of(branched.revision()))
                .build();
    }
}
