package io.tidemark.rights.property;

import io.tidemark.kernel.xml.Rfc3744;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:acl-restrictions}: which lists ACL takes (RFC 3744, section 5.6). */
@ApplicationScoped
public class AclRestrictionsProperty implements LiveProperty {

    @Override
    public QName name() {
        return Rfc3744.ACL_RESTRICTIONS;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target instanceof FilesTarget && target.isMapped();
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.start(name()).empty(Rfc3744.GRANT_ONLY).empty(Rfc3744.NO_INVERT).end();
    }
}
