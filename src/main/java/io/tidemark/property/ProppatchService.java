package io.tidemark.property;

import io.tidemark.guard.Admission;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Write;
import io.tidemark.guard.WriteIntent;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.namespace.BranchPosition;
import io.tidemark.namespace.Namespace;
import io.tidemark.namespace.PropertySetRepository;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.DefaultRevisionTracker;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Targets;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** PROPPATCH in one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProppatchService {

    @Inject
    private Admission admission;

    @Inject
    private Targets targets;

    @Inject
    private PropertySetRepository propertySets;

    @Inject
    private PropertyUpdater updater;

    @Inject
    private MutableProperties mutable;

    @Inject
    private Namespace namespace;

    @Inject
    private DefaultRevisionTracker tracker;

    /**
     * How it went.
     *
     * @param revision the number of the revision that has the properties now; 0 when it is under no version control
     */
    public record Patched(PropertyStatuses statuses, int revision) {}

    /** Carries out all instructions, or none. */
    @Write
    public Patched proppatch(
            DavPath path, VersionHeaders revision, Preconditions preconditions, PropertyUpdate update) {
        WriteIntent intent = WriteIntent.modify(path).of(revision).wherever();
        Set<UUID> alone = updater.keepsWritersOut(update) ? scope(path) : Set.of();
        FilesTarget target =
                admission.admit(preconditions, alone, List.of(intent)).get(0);
        ResourceView resource = target.mapped();
        PropertyChange change = PropertyChange.of(resource, propertySets.read(resource.propertySetId()));
        PropertyStatuses statuses = updater.apply(update, change, target.href());
        if (!statuses.allSucceeded()) {
            return new Patched(statuses, 0);
        }
        int number = store(target, change);
        if (target.isFile()) {
            Win32Time.of(update).ifPresent(time -> namespace.setModified(resource, number, time, Win32Time.WINDOW));
        }
        change.accept();
        Boolean boundary = change.syncBoundary();
        if (boundary != null && boundary != resource.syncBoundary()) {
            namespace.setSyncBoundary(resource, boundary);
        }
        return new Patched(statuses, resource.versioning().enabled() ? number : 0);
    }

    private Set<UUID> scope(DavPath path) {
        ResourceView resource = targets.of(path).resource();
        return resource == null ? Set.of() : Set.of(resource.id());
    }

    private int store(FilesTarget target, PropertyChange change) {
        ResourceView resource = target.mapped();
        if (change.changes(mutable::isImmutable)) {
            BranchPosition position = target.modifiable().line();
            int number = namespace.setProperties(resource, position, change.stored(), change.language());
            tracker.made(target, position, number);
            return number;
        }
        if (change.changes(name -> true)) {
            namespace.changeProperties(resource, change.stored(), change.language());
        }
        return resource.revision();
    }
}
