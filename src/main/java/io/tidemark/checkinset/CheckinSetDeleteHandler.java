package io.tidemark.checkinset;

import io.tidemark.files.DeleteHandler;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;

/** DELETE of a checkin set, as long as it is open; of nothing else that is there. */
@ApplicationScoped
public class CheckinSetDeleteHandler implements DeleteHandler {

    @EJB
    private CheckinSetService service;

    @Override
    public boolean disposesOf(Target target) {
        return target.isMapped() && target.path().subtree().equals(CheckinSetPath.NAME);
    }

    @Override
    public void dispose(DavRequest request) {
        if (!CheckinSetPath.isSet(request.path())) {
            throw DavException.of(403, Conditions.READ_ONLY);
        }
        Preconditions preconditions = Preconditions.of(request);
        service.delete(request.path(), preconditions);
    }
}
