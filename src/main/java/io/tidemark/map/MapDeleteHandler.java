package io.tidemark.map;

import io.tidemark.files.DeleteHandler;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;

/** DELETE of a map; of nothing in it. */
@ApplicationScoped
public class MapDeleteHandler implements DeleteHandler {

    @EJB
    private MapService service;

    @Override
    public boolean disposesOf(Target target) {
        return target.isMapped() && target.path().subtree().equals(MapsSubtree.NAME);
    }

    @Override
    public void dispose(DavRequest request) {
        if (!MapsSubtree.isMap(request.path())) {
            throw DavException.of(403, Conditions.READ_ONLY);
        }
        service.delete(request.path(), Preconditions.of(request));
    }
}
