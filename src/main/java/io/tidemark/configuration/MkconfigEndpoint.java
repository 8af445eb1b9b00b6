package io.tidemark.configuration;

import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.http.method.MKCONFIG;
import io.tidemark.kernel.xml.XmlReader;
import io.tidemark.target.ConfigurationPath;
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
import java.util.UUID;

/** MKCONFIG: makes a configuration at the configuration root (protocol, section 5.2). */
@Path("{path: .*}")
@ApplicationScoped
public class MkconfigEndpoint implements DavMethod {

    @Inject
    private XmlReader xml;

    @Inject
    private OwnOrigins origins;

    @Inject
    private Targets targets;

    @EJB
    private MkconfigService service;

    @Override
    public boolean answers(Target target) {
        return target.path().samePlace(ConfigurationPath.ROOT);
    }

    /** Answers 201 with the configuration's URL. */
    @MKCONFIG
    public Response mkconfig(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        if (!answers(targets.of(request.path()))) {
            throw DavException.methodNotAllowed();
        }
        ConfigurationRequest wanted = ConfigurationRequest.parse(xml.read(request.body()), request, origins);
        UUID configuration = service.make(Preconditions.of(request), wanted);
        return Response.status(201)
                .header("Location", ConfigurationPath.of(configuration).href())
                .build();
    }
}
