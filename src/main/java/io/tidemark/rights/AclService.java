package io.tidemark.rights;

import io.tidemark.guard.Admission;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Write;
import io.tidemark.guard.WriteIntent;
import io.tidemark.journal.Change;
import io.tidemark.journal.Deed;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.target.FilesTarget;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Says who may do what in a collection, in one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AclService {

    @Inject
    private Admission admission;

    @Inject
    private AccessListRepository lists;

    @Inject
    private Change change;

    /**
     * Gives a collection a list in place of the one that it has. Without grants it has none any more: what holds above it
     * holds in it again.
     *
     * @throws DavException 403 {@code need-privileges}, or for a collection that only a configuration shows; 404, 405 for
     *     what is no collection
     */
    @Write
    public void set(DavPath path, Preconditions preconditions, List<Grant> grants) {
        FilesTarget target = admission.admit(preconditions, WriteIntent.administer(path));
        UUID collection = target.mapped().id();
        if (!AclEndpoint.hasLists(target)) {
            throw target.isCollection()
                    ? DavException.of(
                            403, "Rights in a configuration are those of the files, and those of it as a whole.")
                    : DavException.methodNotAllowed();
        }
        AccessList list = new AccessList(collection, target.mapped().owner(), grants);
        lists.replace(list, change.id(), change.at());
        change.changed(collection, Deed.RIGHTS);
    }
}
