package io.tidemark.sync;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.property.PropertyChange;
import io.tidemark.property.PropertyContext;
import io.tidemark.property.SettableProperty;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code T:sync-boundary}: whether an infinite report on a collection above stops here (protocol, section 3). */
@ApplicationScoped
public class SyncBoundaryProperty implements SettableProperty {

    @Override
    public QName name() {
        return Tidemark.SYNC_BOUNDARY;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        ResourceView resource = target.resource();
        return resource != null && resource.collection();
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.element(name(), target.mapped().syncBoundary() ? "1" : "0");
    }

    @Override
    public void set(XmlElement value, PropertyChange change) {
        if (!change.isCollection()) {
            throw DavException.of(403, Conditions.CANNOT_MODIFY_PROTECTED_PROPERTY);
        }
        switch (value.text()) {
            case "1" -> change.setSyncBoundary(true);
            case "0" -> change.setSyncBoundary(false);
            default -> throw DavException.conflict("A boundary is 0 or 1.");
        }
    }

    @Override
    public void remove(PropertyChange change) {
        change.setSyncBoundary(false);
    }
}
