package io.tidemark.property;

import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:displayname} (RFC 4918, section 15.2): what a client has set, or else the resource's name. */
@ApplicationScoped
public class DisplaynameProperty implements SettableProperty {

    @Override
    public QName name() {
        return Rfc4918.DISPLAYNAME;
    }

    @Override
    public boolean inAllprop() {
        return true;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return (target.isMapped() || target.resource() != null)
                && !target.path().isRoot();
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        String stored = context.stored(target).get(name());
        if (stored != null) {
            xml.raw(stored);
        } else {
            xml.element(name(), target.path().name());
        }
    }

    @Override
    public void set(XmlElement value, PropertyChange change) {
        change.put(name(), value.toXml());
    }

    @Override
    public void remove(PropertyChange change) {
        change.remove(name());
    }
}
