package io.tidemark.quota;

import io.tidemark.kernel.xml.Rfc4331;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.xml.namespace.QName;

/**
 * {@code DAV:quota-available-bytes}: what can still be stored (RFC 4331, section 3): as much as the quotas of all collections
 * above allow, and the disk.
 */
@ApplicationScoped
public class QuotaAvailableBytesProperty implements LiveProperty {

    @Inject
    private StoreUsage usage;

    @Inject
    private PathQuotas paths;

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
        long available = paths.above(target, context).stream()
                .mapToLong(Quota::available)
                .reduce(usage.availableBytes(), Math::min);
        xml.element(name(), Long.toString(available));
    }
}
