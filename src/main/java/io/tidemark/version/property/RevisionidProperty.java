package io.tidemark.version.property;

import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.version.RevisionDetails;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:revisionid}: what names the revision among those of its resource. */
@ApplicationScoped
public class RevisionidProperty extends RevisionProperty {

    @Override
    public QName name() {
        return VersioningDraft.REVISIONID;
    }

    @Override
    void write(RevisionDetails revision, ResourceView view, XmlWriter xml) {
        xml.element(name(), RevisionId.of(revision.number()));
    }
}
