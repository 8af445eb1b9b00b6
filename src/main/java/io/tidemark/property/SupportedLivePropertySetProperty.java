package io.tidemark.property;

import io.tidemark.kernel.xml.Rfc3253;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import javax.xml.namespace.QName;

/** {@code DAV:supported-live-property-set} (RFC 3253, section 3.1.4). */
@ApplicationScoped
public class SupportedLivePropertySetProperty implements LiveProperty {

    /** The registry is made of properties, this one among them. */
    @Inject
    private Provider<PropertyRegistry> registry;

    @Override
    public QName name() {
        return Rfc3253.SUPPORTED_LIVE_PROPERTY_SET;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.isMapped();
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.start(name());
        registry.get().all().stream()
                .filter(property -> property.isDefinedOn(target))
                .forEach(property -> xml.start(Rfc3253.SUPPORTED_LIVE_PROPERTY)
                        .start(Rfc4918.PROP)
                        .empty(property.name())
                        .end()
                        .end());
        xml.end();
    }
}
