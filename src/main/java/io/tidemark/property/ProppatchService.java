package io.tidemark.property;

import io.tidemark.guard.Admission;
import io.tidemark.guard.Claim;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.Namespace;
import io.tidemark.namespace.PropertySetRepository;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.FilesTarget;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** PROPPATCH in one transaction. */
@Stateless
public class ProppatchService {

    @Inject
    private Admission admission;

    @Inject
    private PropertySetRepository propertySets;

    @Inject
    private PropertyUpdater updater;

    @Inject
    private Namespace namespace;

    /** Carries out all instructions, or none. */
    public PropertyStatuses proppatch(DavPath path, Preconditions preconditions, PropertyUpdate update) {
        FilesTarget target = admission.admit(preconditions, Claim.modify(path));
        ResourceView resource = target.mapped();
        PropertyChange change = new PropertyChange(
                resource.collection(), propertySets.read(resource.propertySetId()), resource.language());
        PropertyStatuses statuses = updater.apply(update, change, target.href());
        if (statuses.allSucceeded()) {
            namespace.setProperties(resource, change.stored(), change.language());
            Boolean boundary = change.syncBoundary();
            if (boundary != null && boundary != resource.syncBoundary()) {
                namespace.setSyncBoundary(resource, boundary);
            }
        }
        return statuses;
    }
}
