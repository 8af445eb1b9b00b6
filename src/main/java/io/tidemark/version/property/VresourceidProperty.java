package io.tidemark.version.property;

import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:vresourceid}: what all revisions of the resource have in common, wherever it is moved. */
@ApplicationScoped
public class VresourceidProperty implements LiveProperty {

    @Override
    public QName name() {
        return VersioningDraft.VRESOURCEID;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.isVersioned();
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.element(name(), "urn:uuid:" + target.mapped().id());
    }
}
