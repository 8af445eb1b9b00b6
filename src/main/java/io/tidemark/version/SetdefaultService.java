package io.tidemark.version;

import io.tidemark.guard.Admission;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Write;
import io.tidemark.guard.WriteIntent;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.DefaultRevisions;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.SittingRepository;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Targets;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** Chooses the revisions that member URLs show. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SetdefaultService {

    @Inject
    private Admission admission;

    @Inject
    private Targets targets;

    @Inject
    private RevisionIdRepository revisions;

    @Inject
    private DefaultRevisions defaults;

    @Inject
    private SittingRepository sittings;

    /**
     * Shows a revision at a URL, or without one the newest of the primary branch again.
     *
     * @return the number of the revision that is shown from now on
     * @throws DavException 403 on a collection, 409 {@code not-versioned}, 404 {@code no-such-revision}
     */
    @Write
    public int choose(DavPath path, Preconditions preconditions, Optional<DefaultWanted> wanted) {
        FilesTarget target = admission.admit(preconditions, WriteIntent.modify(path));
        ResourceView resource = target.mapped();
        if (resource.collection()) {
            throw DavException.of(403, "A collection shows the members that it has.");
        }
        if (!resource.versioning().enabled()) {
            throw DavException.of(409, Conditions.NOT_VERSIONED);
        }
        Integer number = wanted.map(revision -> number(resource, revision)).orElse(null);
        sittings.close(resource.id(), resource.revision());
        sittings.close(resource.id(), number);
        defaults.choose(target.rowId(), resource.id(), number);
        return number == null ? resource.tip() : number;
    }

    private int number(ResourceView resource, DefaultWanted wanted) {
        if (wanted.url().isEmpty()) {
            return revisions
                    .number(resource, wanted.name())
                    .filter(number -> revisions.exists(resource.id(), number))
                    .orElseThrow(RevisionChoice::noSuchRevision);
        }
        ResourceView named = targets.of(wanted.url().get()).resource();
        boolean isRevision = wanted.url().get().subtree().equals("revisions");
        if (named == null || !isRevision || !named.id().equals(resource.id())) {
            throw RevisionChoice.noSuchRevision();
        }
        return named.revision();
    }
}
