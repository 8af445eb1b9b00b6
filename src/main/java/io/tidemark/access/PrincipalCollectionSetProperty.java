package io.tidemark.access;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.xml.Rfc3744;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.xml.namespace.QName;

/** {@code DAV:principal-collection-set}: where principals are (RFC 3744, section 5.8). */
@ApplicationScoped
public class PrincipalCollectionSetProperty implements LiveProperty {

    @Override
    public QName name() {
        return Rfc3744.PRINCIPAL_COLLECTION_SET;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.isMapped();
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.start(name());
        xml.href(DavPath.of(List.of(Principals.SUBTREE, Principals.USERS), true).href());
        xml.href(
                DavPath.of(List.of(Principals.SUBTREE, Principals.GROUPS), true).href());
        xml.end();
    }
}
