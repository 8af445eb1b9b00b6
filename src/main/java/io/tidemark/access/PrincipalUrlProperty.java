package io.tidemark.access;

import io.tidemark.kernel.xml.Rfc3744;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:principal-URL} of a principal (RFC 3744, section 4.2). */
@ApplicationScoped
public class PrincipalUrlProperty implements LiveProperty {

    @Override
    public QName name() {
        return Rfc3744.PRINCIPAL_URL;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target instanceof PrincipalTarget;
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.start(name()).href(target.href()).end();
    }
}
