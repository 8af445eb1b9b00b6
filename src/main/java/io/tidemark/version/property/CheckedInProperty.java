package io.tidemark.version.property;

import io.tidemark.kernel.xml.Rfc3253;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.RevisionsSubtree;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:checked-in}: the revision that a URL shows (RFC 3253, section 3.2.1); while it shows one. */
@ApplicationScoped
public class CheckedInProperty implements LiveProperty {

    @Override
    public QName name() {
        return Rfc3253.CHECKED_IN;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.isAtName() && target.isVersioned() && !target.mapped().isCheckedOutInPlace();
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        ResourceView view = target.mapped();
        xml.start(name())
                .href(RevisionsSubtree.revisionPath(view.id(), view.revision(), view.collection())
                        .href())
                .end();
    }
}
