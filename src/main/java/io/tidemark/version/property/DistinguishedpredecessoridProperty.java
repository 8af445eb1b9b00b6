package io.tidemark.version.property;

import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.version.RevisionDetails;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:distinguishedpredecessorid}: the one that the revision follows first of all. */
@ApplicationScoped
public class DistinguishedpredecessoridProperty extends RevisionProperty {

    @Override
    public QName name() {
        return VersioningDraft.DISTINGUISHEDPREDECESSORID;
    }

    @Override
    boolean isOfWork() {
        return true;
    }

    @Override
    void write(RevisionDetails revision, ResourceView view, XmlWriter xml) {
        Integer predecessor = revision.predecessor();
        xml.element(name(), predecessor == null ? "" : RevisionId.of(predecessor));
    }
}
