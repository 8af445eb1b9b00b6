package io.tidemark.configuration;

import io.tidemark.files.DeleteHandler;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlReader;
import io.tidemark.target.ConfigurationPath;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * DELETE of a configuration (protocol, section 5.2). With a {@code DAV:condense} body it is not the configuration that goes,
 * but revisions that were made in it (section 4.10).
 */
@ApplicationScoped
public class ConfigurationDeleteHandler implements DeleteHandler {

    @Inject
    private XmlReader xml;

    @Inject
    private OwnOrigins origins;

    @EJB
    private ConfigurationService service;

    @EJB
    private CondenseService condensing;

    @Override
    public boolean disposesOf(Target target) {
        return ConfigurationPath.isTree(target);
    }

    @Override
    public void dispose(DavRequest request) {
        Optional<XmlElement> body = xml.readOptional(request.body());
        Preconditions preconditions = Preconditions.of(request);
        if (body.isPresent()) {
            CondenseRequest wanted = CondenseRequest.parse(body.get(), request, origins);
            condensing.condense(request.path(), preconditions, wanted);
        } else {
            service.delete(request.path(), preconditions);
        }
    }
}
