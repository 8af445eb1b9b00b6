package io.tidemark.checkinset;

import io.tidemark.guard.Admission;
import io.tidemark.guard.Effect;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Removed;
import io.tidemark.guard.Write;
import io.tidemark.guard.WriteIntent;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.Ending;
import io.tidemark.namespace.Mappings;
import io.tidemark.namespace.Namespace;
import io.tidemark.namespace.Parent;
import io.tidemark.namespace.Resource;
import io.tidemark.namespace.Versioning;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Targets;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes checkin sets and takes them away, each in one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CheckinSetService {

    @Inject
    private CheckinSetRepository sets;

    @Inject
    private Targets targets;

    @Inject
    private Admission admission;

    @Inject
    private Namespace namespace;

    @Inject
    private Mappings mappings;

    @Inject
    private Event<Removed> removed;

    @Inject
    private Principal caller;

    @Inject
    @ConfigProperty(name = "tidemark.checkin-set.max-per-user", defaultValue = "10000")
    private int maxPerUser;

    /**
     * Makes a set.
     *
     * @throws DavException 405 when there is one, 409 {@code no-such-configuration}, 507 {@code too-many-checkin-sets}
     */
    @Write
    public void make(DavPath path, Preconditions preconditions) {
        if (!(targets.of(path.parent()) instanceof FilesTarget parent) || !parent.isMapped()) {
            throw DavException.of(409, Conditions.NO_SUCH_CONFIGURATION);
        }
        UUID collection = parent.mapped().id();
        if (admission
                .admit(preconditions, path, Set.of(Resource.CHECKINSETS, collection), Set.of())
                .isMapped()) {
            throw DavException.methodNotAllowed();
        }
        admission.protect(parent, Effect.MODIFY, preconditions.submittedTokens());
        if (sets.reaches(maxPerUser, caller.getName())) {
            throw DavException.of(507, Conditions.TOO_MANY_CHECKIN_SETS);
        }
        UUID set = namespace.createCollection(null, false, Versioning.NONE);
        mappings.map(new Parent(collection, Versioning.NONE), path.name(), set);
        sets.create(set, CheckinSetPath.configuration(path).orElseThrow(), caller.getName());
    }

    /**
     * Takes an open set away; the revisions stay, and belong to none.
     *
     * @throws DavException 403 {@code checkin-set-closed}
     */
    @Write
    public void delete(DavPath path, Preconditions preconditions) {
        FilesTarget set =
                admission.admit(preconditions, WriteIntent.remove(path).wherever());
        UUID collection = set.mapped().id();
        if (sets.lock(collection).orElseThrow(DavException::notFound).closed()) {
            throw DavException.of(403, Conditions.CHECKIN_SET_CLOSED);
        }
        sets.delete(collection);
        mappings.unmap(set.existingParent(), set.rowId(), Ending.DELETED);
        removed.fire(new Removed(set));
    }
}
