package io.tidemark.version.property;

import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.RevisionsSubtree;
import io.tidemark.version.RevisionDetails;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:revisionurl}: where the revision is for ever. */
@ApplicationScoped
public class RevisionurlProperty extends RevisionProperty {

    @Override
    public QName name() {
        return VersioningDraft.REVISIONURL;
    }

    @Override
    void write(RevisionDetails revision, ResourceView view, XmlWriter xml) {
        xml.element(
                name(),
                RevisionsSubtree.revisionPath(view.id(), revision.number(), view.collection())
                        .href());
    }
}
