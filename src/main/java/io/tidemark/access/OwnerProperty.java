package io.tidemark.access;

import io.tidemark.kernel.xml.Rfc3744;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:owner}: who created the resource (RFC 3744, section 5.1). */
@ApplicationScoped
public class OwnerProperty implements LiveProperty {

    @Override
    public QName name() {
        return Rfc3744.OWNER;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.resource() != null;
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        String owner = target.mapped().owner();
        xml.start(name()).href(Principals.user(owner).href()).end();
    }
}
