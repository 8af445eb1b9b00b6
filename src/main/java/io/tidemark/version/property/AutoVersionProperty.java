package io.tidemark.version.property;

import io.tidemark.kernel.xml.Rfc3253;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/**
 * {@code DAV:auto-version}: what a write does to a resource that is checked in (RFC 3253, section 3.2.2): it makes a
 * revision, or, when the element is empty, it is refused.
 */
@ApplicationScoped
public class AutoVersionProperty implements LiveProperty {

    @Override
    public QName name() {
        return Rfc3253.AUTO_VERSION;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.isVersioned();
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.start(name());
        if (target.mapped().versioning().auto()) {
            xml.empty(Rfc3253.CHECKOUT_CHECKIN);
        }
        xml.end();
    }
}
