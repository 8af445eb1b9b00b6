package io.tidemark.configuration;

import io.tidemark.files.Disposal;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.sql.Retry;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;

/** DELETE of a configuration (protocol, section 5.2). */
@ApplicationScoped
public class ConfigurationDisposal implements Disposal {

    @EJB
    private ConfigurationService service;

    @Override
    public boolean disposesOf(Target target) {
        return target instanceof FilesTarget tree
                && tree.path().subtree().equals(ConfigurationPath.NAME)
                && tree.isRoot();
    }

    @Override
    public void dispose(DavRequest request) {
        Retry.transaction(() ->
                service.delete(ConfigurationPath.configuration(request.path()).orElseThrow()));
    }
}
