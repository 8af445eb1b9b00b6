package io.tidemark.version.property;

import io.tidemark.kernel.xml.Rfc3253;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.RevisionsSubtree;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:version-history}: where the resource's revisions are (RFC 3253, section 5.2.1). */
@ApplicationScoped
public class VersionHistoryProperty implements LiveProperty {

    @Override
    public QName name() {
        return Rfc3253.VERSION_HISTORY;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.isVersioned();
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.start(name())
                .href(RevisionsSubtree.historyPath(target.mapped().id()).href())
                .end();
    }
}
