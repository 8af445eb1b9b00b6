package io.tidemark.property;

import io.tidemark.kernel.xml.Rfc4331;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.xml.namespace.QName;

/** {@code DAV:quota-used-bytes}: what the store holds, each content counted once (RFC 4331). */
@ApplicationScoped
public class QuotaUsedBytesProperty implements LiveProperty {

    @Inject
    private StoreUsage usage;

    @Override
    public QName name() {
        return Rfc4331.QUOTA_USED_BYTES;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.resource() != null;
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.element(name(), Long.toString(usage.usedBytes()));
    }
}
