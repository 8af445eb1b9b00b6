package io.tidemark.quota;

import io.tidemark.kernel.xml.Rfc4331;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import javax.xml.namespace.QName;

/**
 * {@code DAV:quota-used-bytes} (RFC 4331, section 4): what counts in the quota of the nearest collection that has one; where
 * there is none, what the store holds, each content counted once.
 */
@ApplicationScoped
public class QuotaUsedBytesProperty implements LiveProperty {

    @Inject
    private StoreUsage usage;

    @Inject
    private PathQuotas paths;

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
        List<Quota> quotas = paths.above(target, context);
        long used = quotas.isEmpty()
                ? usage.usedBytes()
                : quotas.get(quotas.size() - 1).used();
        xml.element(name(), Long.toString(used));
    }
}
