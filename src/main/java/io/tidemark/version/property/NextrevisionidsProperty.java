package io.tidemark.version.property;

import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.version.RevisionDetails;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:nextrevisionids}: those that follow the revision, as the server knows. */
@ApplicationScoped
public class NextrevisionidsProperty extends RevisionProperty {

    @Override
    public QName name() {
        return VersioningDraft.NEXTREVISIONIDS;
    }

    @Override
    void write(RevisionDetails revision, ResourceView view, XmlWriter xml) {
        xml.element(name(), ids(revision.next()));
    }
}
