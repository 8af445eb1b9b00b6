package io.tidemark.access;

import io.tidemark.kernel.xml.Rfc3744;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:current-user-principal} (RFC 5397). */
@ApplicationScoped
public class CurrentUserPrincipalProperty implements LiveProperty {

    @Override
    public QName name() {
        return Rfc3744.CURRENT_USER_PRINCIPAL;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.isMapped();
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.start(name()).href(Principals.user(context.caller()).href()).end();
    }
}
