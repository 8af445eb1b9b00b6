package io.tidemark.files;

import io.tidemark.guard.Admission;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Write;
import io.tidemark.guard.WriteIntent;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.namespace.Mappings;
import io.tidemark.namespace.Namespace;
import io.tidemark.namespace.Parent;
import io.tidemark.namespace.PropertySetRepository;
import io.tidemark.property.PropertyChange;
import io.tidemark.property.PropertyStatuses;
import io.tidemark.property.PropertyUpdate;
import io.tidemark.property.PropertyUpdater;
import io.tidemark.target.FilesTarget;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** MKCOL in one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MkcolService {

    @Inject
    private Admission admission;

    @Inject
    private PropertyUpdater updater;

    @Inject
    private PropertySetRepository propertySets;

    @Inject
    private Namespace namespace;

    @Inject
    private Mappings mappings;

    /**
     * How it went.
     *
     * @param revision the number of the collection's first revision; 0 when it is under no version control
     */
    public record Made(PropertyStatuses statuses, int revision) {}

    /** Makes a collection with the properties that the body sets; unless all of them can be set, it makes none. */
    @Write
    public Made mkcol(DavPath path, Preconditions preconditions, Optional<XmlElement> body) {
        FilesTarget target = admission.admit(preconditions, WriteIntent.write(path));
        if (target.isMapped()) {
            throw DavException.methodNotAllowed();
        }
        Parent parent = target.existingParent();
        PropertyChange properties = PropertyChange.ofNewCollection();
        PropertyStatuses statuses = updater.apply(
                withoutResourcetype(body), properties, path.asCollection(true).href());
        if (statuses.allSucceeded()) {
            UUID collection = namespace.createCollection(
                    propertySets.store(properties.stored()),
                    Boolean.TRUE.equals(properties.syncBoundary()),
                    parent.versioning());
            mappings.map(parent, path.name(), collection);
        }
        return new Made(statuses, parent.versioning().enabled() ? 1 : 0);
    }

    /** The resource type says what to make; only a plain collection can be made. */
    private static PropertyUpdate withoutResourcetype(Optional<XmlElement> body) {
        PropertyUpdate update = body.map(root -> PropertyUpdate.of(root, false)).orElse(new PropertyUpdate(List.of()));
        for (PropertyUpdate.Instruction instruction : update.instructions()) {
            if (instruction.property().is(Rfc4918.RESOURCETYPE)) {
                List<XmlElement> types = instruction.property().children();
                if (types.size() != 1 || !types.get(0).is(Rfc4918.COLLECTION)) {
                    throw DavException.of(403, Conditions.VALID_RESOURCETYPE);
                }
            }
        }
        return new PropertyUpdate(update.instructions().stream()
                .filter(instruction -> !instruction.property().is(Rfc4918.RESOURCETYPE))
                .toList());
    }
}
