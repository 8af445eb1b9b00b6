package io.tidemark.version.property;

import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.version.RevisionDetails;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:mergedfromunion}: all that the revision comes from, as the server knows or clients say. */
@ApplicationScoped
public class MergedfromunionProperty extends RevisionProperty {

    @Override
    public QName name() {
        return VersioningDraft.MERGEDFROMUNION;
    }

    @Override
    void write(RevisionDetails revision, ResourceView view, XmlWriter xml) {
        xml.element(name(), ids(revision.mergedFromUnion()));
    }
}
