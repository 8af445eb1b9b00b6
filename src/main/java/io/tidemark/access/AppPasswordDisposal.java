package io.tidemark.access;

import io.tidemark.apppassword.AppPasswords;
import io.tidemark.files.Disposal;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** DELETE revokes an app password; of the collection, all of its user's. */
@ApplicationScoped
public class AppPasswordDisposal implements Disposal {

    @EJB
    private AppPasswords passwords;

    @Inject
    private Targets targets;

    @Override
    public boolean disposesOf(Target target) {
        return target instanceof AppPasswordTarget || target instanceof AppPasswordCollection;
    }

    @Override
    public void dispose(DavRequest request) {
        Target target = targets.existing(request.path());
        if (target instanceof AppPasswordTarget one) {
            passwords.revoke(one.password().principal(), one.password().selector());
        } else if (target instanceof AppPasswordCollection all) {
            passwords.revokeAll(all.principal());
        }
    }
}
