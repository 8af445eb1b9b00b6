package io.tidemark.property;

import io.tidemark.kernel.xml.Rfc5842;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import javax.xml.namespace.QName;

/** {@code DAV:resource-id}: the same at every URL that is mapped to the resource (RFC 5842, section 3.1). */
@ApplicationScoped
public class ResourceIdProperty implements LiveProperty {

    @Override
    public QName name() {
        return Rfc5842.RESOURCE_ID;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.resource() != null;
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.start(name())
                .href("urn:uuid:" + Objects.requireNonNull(target.resource()).id())
                .end();
    }
}
