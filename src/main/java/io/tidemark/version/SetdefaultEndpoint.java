package io.tidemark.version;

import io.tidemark.configuration.DefaultConfiguration;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.http.method.SETDEFAULT;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlReader;
import io.tidemark.target.DavMethod;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** SETDEFAULT: chooses the revision that a member URL shows (protocol, section 4.6). */
@Path("{path: .*}")
@ApplicationScoped
public class SetdefaultEndpoint implements DavMethod {

    @Inject
    private XmlReader xml;

    @Inject
    private OwnOrigins origins;

    @Inject
    private Targets targets;

    @Inject
    private DefaultConfiguration configurations;

    @EJB
    private SetdefaultService service;

    @Override
    public boolean answers(Target target) {
        return (target.isAtName() && target.isFile()) || configurations.isAt(target);
    }

    /** Answers 200. */
    @SETDEFAULT
    public Response setDefault(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        XmlElement body = xml.read(request.body());
        if (!body.is(VersioningDraft.SETDEFAULT)) {
            throw DavException.unprocessable("The body is no DAV:setdefault.");
        }
        Optional<String> name = body.child(Rfc4918.HREF).map(XmlElement::text).map(String::strip);
        if (name.isPresent() == body.child(VersioningDraft.NONE).isPresent()) {
            throw DavException.unprocessable("The body names what is to be the default, or none.");
        }
        if (configurations.isAt(targets.of(request.path()))) {
            configurations.choose(request, name);
            return Response.ok().build();
        }
        Preconditions preconditions = Preconditions.of(request);
        Optional<DefaultWanted> wanted = name.map(text -> DefaultWanted.parse(text, request, origins));
        int shown = service.choose(request.path(), preconditions, wanted);
        return Response.ok().header(RevisionId.HEADER, RevisionId.of(shown)).build();
    }
}
