package io.tidemark.property;

import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import javax.xml.namespace.QName;

/** {@code DAV:getcontenttype} (RFC 4918, section 15.5). */
@ApplicationScoped
public class GetcontenttypeProperty implements LiveProperty {

    @Override
    public QName name() {
        return Rfc4918.GETCONTENTTYPE;
    }

    @Override
    public boolean inAllprop() {
        return true;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.resource() != null && target.resource().type() != null;
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.element(name(), Objects.requireNonNull(target.mapped().type()));
    }
}
