package io.tidemark.property;

import io.tidemark.kernel.xml.Rfc4331;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.xml.namespace.QName;

/** {@code DAV:quota-available-bytes}: what can still be stored (RFC 4331). */
@ApplicationScoped
public class QuotaAvailableBytesProperty implements LiveProperty {

    @Inject
    private StoreUsage usage;

    @Override
    public QName name() {
        return Rfc4331.QUOTA_AVAILABLE_BYTES;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.resource() != null;
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.element(name(), Long.toString(usage.availableBytes()));
    }
}
