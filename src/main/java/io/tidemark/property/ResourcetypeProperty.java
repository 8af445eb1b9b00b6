package io.tidemark.property;

import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:resourcetype} (RFC 4918, section 15.9). */
@ApplicationScoped
public class ResourcetypeProperty implements LiveProperty {

    @Override
    public QName name() {
        return Rfc4918.RESOURCETYPE;
    }

    @Override
    public boolean inAllprop() {
        return true;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.isMapped() || target.resource() != null;
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.start(name());
        target.resourceTypes().forEach(xml::empty);
        xml.end();
    }
}
