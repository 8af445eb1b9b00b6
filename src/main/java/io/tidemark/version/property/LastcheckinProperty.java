package io.tidemark.version.property;

import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.version.RevisionDetails;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:lastcheckin}: when the revision was made, in ISO 8601. */
@ApplicationScoped
public class LastcheckinProperty extends RevisionProperty {

    @Override
    public QName name() {
        return VersioningDraft.LASTCHECKIN;
    }

    @Override
    void write(RevisionDetails revision, ResourceView view, XmlWriter xml) {
        xml.element(name(), revision.made().toString());
    }
}
