package io.tidemark.version.property;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.xml.Rfc3253;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.Fork;
import io.tidemark.namespace.ResourceView;
import io.tidemark.property.PropertyChange;
import io.tidemark.property.SettableProperty;
import io.tidemark.target.Target;
import io.tidemark.version.RevisionDetails;
import org.jspecify.annotations.Nullable;

/**
 * What a revision says of a second successor (RFC 3253, sections 4.1 and 4.2). Of what is worked on, it is what the new
 * revision will say.
 */
abstract class ForkProperty extends RevisionProperty implements SettableProperty {

    @Override
    public boolean isDefinedOn(Target target) {
        return super.isDefinedOn(target) || isWorking(target);
    }

    @Override
    boolean isOfWork() {
        return true;
    }

    /** What the revision says; null for nothing. */
    abstract @Nullable Fork rule(RevisionDetails revision);

    /** Stores what the revision says. */
    abstract void store(ResourceView revision, @Nullable Fork rule);

    @Override
    void write(RevisionDetails revision, ResourceView view, XmlWriter xml) {
        Fork rule = rule(revision);
        xml.start(name());
        if (rule != null) {
            xml.empty(rule == Fork.FORBIDDEN ? Rfc3253.FORBIDDEN : Rfc3253.DISCOURAGED);
        }
        xml.end();
    }

    @Override
    public void set(XmlElement value, PropertyChange change) {
        boolean forbidden = value.child(Rfc3253.FORBIDDEN).isPresent();
        boolean discouraged = value.child(Rfc3253.DISCOURAGED).isPresent();
        if ((forbidden && discouraged)
                || (!forbidden && !discouraged && !value.children().isEmpty())) {
            throw DavException.conflict("It is DAV:discouraged, DAV:forbidden or empty.");
        }
        put(change, forbidden ? Fork.FORBIDDEN : discouraged ? Fork.DISCOURAGED : null);
    }

    @Override
    public void remove(PropertyChange change) {
        put(change, null);
    }

    private void put(PropertyChange change, @Nullable Fork rule) {
        ResourceView resource = change.resource();
        if (resource == null || !(resource.isWorking() || resource.versioning().enabled())) {
            throw DavException.of(409, Conditions.NOT_VERSIONED);
        }
        change.whenAccepted(() -> store(resource, rule));
    }
}
