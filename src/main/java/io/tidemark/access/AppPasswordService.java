package io.tidemark.access;

import io.tidemark.apppassword.AppPasswords;
import io.tidemark.apppassword.AppPasswords.Made;
import io.tidemark.apppassword.Wish;
import io.tidemark.guard.Admission;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Write;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Set;

/** Makes and revokes app passwords at their URLs (docs/protocol.md, App passwords), each in one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AppPasswordService {

    @EJB
    private AppPasswords passwords;

    @Inject
    private Admission admission;

    /**
     * Makes one for the caller.
     *
     * @throws DavException as {@link AppPasswords#make}
     */
    @Write
    public Made make(DavPath path, Preconditions preconditions, Wish wish) {
        admission.admit(preconditions, path, Set.of(), Set.of());
        return passwords.make(wish);
    }

    /**
     * Makes one for the caller's browser.
     *
     * @param path the caller's own collection of app passwords
     * @throws DavException 403 {@code own-credentials-required} when the caller itself came with an app password
     */
    @Write
    public Made beginSession(DavPath path, Preconditions preconditions, String name) {
        admission.admit(preconditions, path, Set.of(), Set.of());
        return passwords.beginSession(name);
    }

    /**
     * Revokes the app password at a URL, or all that are in the collection there.
     *
     * @throws DavException 404 when there is none
     */
    @Write
    public void revoke(DavPath path, Preconditions preconditions) {
        Target target = admission.admit(preconditions, path, Set.of(), Set.of());
        if (target instanceof AppPasswordTarget one) {
            passwords.revoke(one.password().principal(), one.password().selector());
        } else if (target instanceof AppPasswordCollection all) {
            passwords.revokeAll(all.principal());
        } else {
            throw DavException.notFound();
        }
    }
}
