package io.tidemark.version.property;

import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.version.RevisionDetails;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:branchid}: the branch that the revision is on. */
@ApplicationScoped
public class BranchidProperty extends RevisionProperty {

    @Override
    public QName name() {
        return VersioningDraft.BRANCHID;
    }

    @Override
    boolean isOfWork() {
        return true;
    }

    @Override
    void write(RevisionDetails revision, ResourceView view, XmlWriter xml) {
        xml.element(name(), revision.branch());
    }
}
