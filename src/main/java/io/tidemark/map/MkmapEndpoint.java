package io.tidemark.map;

import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.http.method.MKMAP;
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

/** MKMAP: makes a version map (protocol, section 5.9). */
@Path("{path: .*}")
@ApplicationScoped
public class MkmapEndpoint implements DavMethod {

    @Inject
    private XmlReader xml;

    @Inject
    private OwnOrigins origins;

    @EJB
    private MapService service;

    @Override
    public boolean answers(Target target) {
        return MapsSubtree.isMap(target.path());
    }

    /** Answers 201 with the map's URL. */
    @MKMAP
    public Response mkmap(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        if (!MapsSubtree.isMap(request.path())) {
            throw DavException.methodNotAllowed();
        }
        MapRequest wanted = MapRequest.parse(xml.read(request.body()));
        make(wanted, request);
        return Response.status(201)
                .header("Location", request.path().asCollection(true).href())
                .build();
    }

    private void make(MapRequest wanted, DavRequest request) {
        Preconditions preconditions = Preconditions.of(request);
        wanted.revisions()
                .ifPresentOrElse(
                        revisions -> service.ofRevisions(
                                request.path(),
                                preconditions,
                                origins.path(revisions.url(), request.host()),
                                revisions.style()),
                        () -> service.ofConfiguration(request.path(), preconditions));
    }
}
