package io.tidemark.lock;

import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.Sitting;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.xml.namespace.QName;

/**
 * {@code T:open}: that the writes of a lock still go into the revision (docs/retention.md); it is absent from all others.
 */
@ApplicationScoped
public class OpenProperty implements LiveProperty {

    @Inject
    private LockRepository locks;

    @Override
    public QName name() {
        return Tidemark.OPEN;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        ResourceView resource = target.resource();
        Sitting sitting = resource == null ? null : resource.sitting();
        return sitting != null && locks.find(sitting.lock()).isPresent();
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.element(name(), "1");
    }
}
