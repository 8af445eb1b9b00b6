package io.tidemark.property;

import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:getcontentlength}: bytes (RFC 4918, section 15.4). */
@ApplicationScoped
public class GetcontentlengthProperty implements LiveProperty {

    @Override
    public QName name() {
        return Rfc4918.GETCONTENTLENGTH;
    }

    @Override
    public boolean inAllprop() {
        return true;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.length().isPresent();
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.element(name(), Long.toString(target.length().orElseThrow()));
    }
}
