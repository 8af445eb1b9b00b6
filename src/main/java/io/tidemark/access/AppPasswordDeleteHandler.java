package io.tidemark.access;

import io.tidemark.files.DeleteHandler;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;

/** DELETE revokes an app password; of the collection, all of its user's. */
@ApplicationScoped
public class AppPasswordDeleteHandler implements DeleteHandler {

    @EJB
    private AppPasswordService service;

    @Override
    public boolean disposesOf(Target target) {
        return target instanceof AppPasswordTarget || target instanceof AppPasswordCollection;
    }

    @Override
    public void dispose(DavRequest request) {
        service.revoke(request.path(), Preconditions.of(request));
    }
}
