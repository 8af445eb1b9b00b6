package io.tidemark.version.property;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.namespace.ResourceView;
import io.tidemark.property.PropertyChange;
import io.tidemark.version.Labels;
import io.tidemark.version.RevisionIdRepository;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** A property that says from which revisions, or into which, a client has merged. Those are named by ids or labels. */
abstract class MergeProperty extends SettableRevisionProperty {

    @Inject
    private RevisionIdRepository revisions;

    /** Stores the merges. */
    abstract void store(ResourceView revision, Collection<Integer> others);

    @Override
    public void set(XmlElement value, PropertyChange change) {
        ResourceView revision = revision(change);
        Set<Integer> others = new TreeSet<>();
        for (String name : Labels.split(value.text())) {
            others.add(revisions
                    .number(revision, name)
                    .filter(number -> number != revision.revision() && revisions.exists(revision.id(), number))
                    .orElseThrow(() -> DavException.of(409, Conditions.NO_SUCH_REVISION)));
        }
        change.whenAccepted(() -> store(revision, others));
    }

    @Override
    public void remove(PropertyChange change) {
        ResourceView revision = revision(change);
        change.whenAccepted(() -> store(revision, Set.of()));
    }
}
