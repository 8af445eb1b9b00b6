package io.tidemark.version.property;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.xml.Rfc3253;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.AutoVersion;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.SittingRepository;
import io.tidemark.namespace.VersionControlRepository;
import io.tidemark.namespace.Versioning;
import io.tidemark.property.PropertyChange;
import io.tidemark.property.PropertyContext;
import io.tidemark.property.SettableProperty;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import javax.xml.namespace.QName;

/**
 * {@code DAV:auto-version}: what a write does to a resource that is checked in (RFC 3253, section 3.2.2): it makes a
 * revision, or one together with others under the same lock, or, when the element is empty, it is refused.
 */
@ApplicationScoped
public class AutoVersionProperty implements SettableProperty {

    private static final Map<AutoVersion, QName> NAMES = Map.of(
            AutoVersion.EACH_WRITE, Rfc3253.CHECKOUT_CHECKIN,
            AutoVersion.EACH_LOCK, Rfc3253.CHECKOUT_UNLOCKED_CHECKIN,
            AutoVersion.LOCKED_ONLY, Rfc3253.LOCKED_CHECKOUT);

    @Inject
    private VersionControlRepository control;

    @Inject
    private SittingRepository sittings;

    @Override
    public QName name() {
        return Rfc3253.AUTO_VERSION;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.isVersioned();
    }

    /** New members must know how they are to be versioned. */
    @Override
    public boolean keepsWritersOut() {
        return true;
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        QName mode = NAMES.get(target.mapped().versioning().mode());
        xml.start(name());
        if (mode != null) {
            xml.empty(mode);
        }
        xml.end();
    }

    @Override
    public void set(XmlElement value, PropertyChange change) {
        set(mode(value), change);
    }

    @Override
    public void remove(PropertyChange change) {
        set(AutoVersion.EACH_WRITE, change);
    }

    private static AutoVersion mode(XmlElement value) {
        if (value.children().isEmpty() && value.text().isBlank()) {
            return AutoVersion.NEVER;
        }
        return NAMES.entrySet().stream()
                .filter(mode -> value.children().size() == 1
                        && value.child(mode.getValue()).isPresent())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> DavException.conflict("It is DAV:checkout-checkin, DAV:checkout-unlocked-checkin,"
                        + " DAV:locked-checkout or empty."));
    }

    private void set(AutoVersion mode, PropertyChange change) {
        ResourceView resource = change.resource();
        if (resource == null || !resource.versioning().enabled()) {
            throw DavException.of(409, Conditions.NOT_VERSIONED);
        }
        change.whenAccepted(() -> {
            sittings.close(resource.id(), resource.revision());
            control.set(resource.id(), new Versioning(true, mode));
        });
    }
}
