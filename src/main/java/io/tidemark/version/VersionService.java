package io.tidemark.version;

import io.tidemark.guard.Admission;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Write;
import io.tidemark.guard.WriteIntent;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.error.DavException.MemberFailure;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.VersionControlRepository;
import io.tidemark.namespace.Versioning;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import io.tidemark.target.Visibility;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Puts resources under version control, in one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class VersionService {

    @Inject
    private Admission admission;

    @Inject
    private Targets targets;

    @Inject
    private Visibility visibility;

    @Inject
    private VersionControlRepository control;

    /**
     * Sets how a resource is versioned, and if {@code deep} everything below it that the caller may see and change.
     *
     * @return the number of the revision that a plain request gets
     * @throws DavException 409 {@code history-would-be-lost}; 207 when that is so of something below
     */
    @Write
    public int version(DavPath path, Preconditions preconditions, Versioning wanted, boolean deep) {
        ResourceView resource = admit(path, preconditions);
        control.set(resource.id(), wanted);
        if (!wanted.enabled() && control.hasHistory(resource.id())) {
            throw DavException.of(409, Conditions.HISTORY_WOULD_BE_LOST);
        }
        if (deep && resource.collection()) {
            List<UUID> inTheWay = control.setBelow(resource.id(), wanted, visibility::writable);
            if (!inTheWay.isEmpty()) {
                throw DavException.multistatus(
                        inTheWay.stream().map(this::failure).toList());
            }
        }
        return resource.revision();
    }

    /** Puts one resource under version control, unless it is. */
    @Write
    public int versionUnlessVersioned(DavPath path, Preconditions preconditions, Versioning wanted) {
        ResourceView resource = admit(path, preconditions);
        if (!resource.versioning().enabled()) {
            control.set(resource.id(), wanted);
        }
        return resource.revision();
    }

    /** Nobody writes in the collection meanwhile: what they make must know how it is to be versioned. */
    private ResourceView admit(DavPath path, Preconditions preconditions) {
        ResourceView found = targets.of(path).resource();
        Set<UUID> alone = found != null && found.collection() ? Set.of(found.id()) : Set.of();
        FilesTarget target = admission
                .admit(preconditions, alone, List.of(WriteIntent.modify(path)))
                .get(0);
        return target.mapped();
    }

    private MemberFailure failure(UUID resource) {
        String href =
                visibility.path(resource).map(targets::of).map(Target::href).orElse("/");
        return new MemberFailure(href, 409, Conditions.HISTORY_WOULD_BE_LOST);
    }
}
