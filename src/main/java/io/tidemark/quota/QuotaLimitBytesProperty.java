package io.tidemark.quota;

import io.tidemark.access.Roles;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.property.PropertyChange;
import io.tidemark.property.PropertyContext;
import io.tidemark.property.SettableProperty;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;

/**
 * {@code T:quota-limit-bytes}: how many bytes may be stored through a collection; empty for any number. Administrators set
 * it. RFC 4331 leaves open how.
 */
@ApplicationScoped
public class QuotaLimitBytesProperty implements SettableProperty {

    /** Sums of these stay numbers that the database can hold. */
    private static final Pattern BYTES = Pattern.compile("0|[1-9][0-9]{0,17}");

    @Inject
    private QuotaRepository quotas;

    @Inject
    private QuotaCount count;

    @Inject
    private PathQuotas paths;

    @Inject
    private Caller caller;

    @Override
    public QName name() {
        return Tidemark.QUOTA_LIMIT_BYTES;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target instanceof FilesTarget && target.isCollection() && !(target instanceof ConfiguredTarget);
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        UUID collection = target.mapped().id();
        String limit = paths.above(target, context).stream()
                .filter(quota -> quota.collection().equals(collection))
                .map(quota -> Long.toString(quota.limit()))
                .findFirst()
                .orElse("");
        xml.element(name(), limit);
    }

    @Override
    public boolean keepsWritersOut() {
        return true;
    }

    @Override
    public void set(XmlElement value, PropertyChange change) {
        String text = value.text().strip();
        if (!BYTES.matcher(text).matches()) {
            throw DavException.of(409, Conditions.NUMBER_OF_BYTES);
        }
        UUID collection = collection(change);
        long limit = Long.parseLong(text);
        change.whenAccepted(() -> {
            if (!quotas.limit(collection, limit)) {
                count.begin(collection, limit);
            }
        });
    }

    @Override
    public void remove(PropertyChange change) {
        UUID collection = collection(change);
        change.whenAccepted(() -> quotas.end(collection));
    }

    private UUID collection(PropertyChange change) {
        ResourceView resource = change.resource();
        if (!caller.isIn(Roles.ADMIN)) {
            throw DavException.of(403, Conditions.ADMINISTRATOR);
        }
        if (resource == null || !resource.collection()) {
            throw DavException.of(403, Conditions.CANNOT_MODIFY_PROTECTED_PROPERTY);
        }
        return resource.id();
    }
}
