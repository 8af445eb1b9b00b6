package io.tidemark.access;

import io.tidemark.kernel.xml.Rfc3744;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:alternate-URI-set} of a principal, which has no other URLs (RFC 3744, section 4.1). */
@ApplicationScoped
public class AlternateUriSetProperty implements LiveProperty {

    @Override
    public QName name() {
        return Rfc3744.ALTERNATE_URI_SET;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target instanceof PrincipalTarget;
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.empty(name());
    }
}
