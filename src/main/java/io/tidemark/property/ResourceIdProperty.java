package io.tidemark.property;

import io.tidemark.kernel.xml.Rfc5842;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
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
        return target.isMapped();
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        ResourceView resource = target.resource();
        UUID id = resource == null ? provided(target) : resource.id();
        xml.start(name()).href("urn:uuid:" + id).end();
    }

    /** What the server itself provides is the same for ever at its only URL. */
    private static UUID provided(Target target) {
        return UUID.nameUUIDFromBytes(target.href().getBytes(StandardCharsets.UTF_8));
    }
}
