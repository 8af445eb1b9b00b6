package io.tidemark.version.property;

import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:isversioned}: whether the resource is under version control. */
@ApplicationScoped
public class IsversionedProperty implements LiveProperty {

    @Override
    public QName name() {
        return VersioningDraft.ISVERSIONED;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.resource() != null;
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.element(name(), RevisionProperty.flag(target.mapped().versioning().enabled()));
    }
}
