package io.tidemark.property;

import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:getetag}: a strong tag, made of the content alone (RFC 4918, section 15.6). */
@ApplicationScoped
public class GetetagProperty implements LiveProperty {

    @Override
    public QName name() {
        return Rfc4918.GETETAG;
    }

    @Override
    public boolean inAllprop() {
        return true;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.resource() != null && target.resource().hash() != null;
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.element(name(), target.mapped().body().entityTag().toString());
    }
}
