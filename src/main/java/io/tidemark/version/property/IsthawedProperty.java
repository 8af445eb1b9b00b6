package io.tidemark.version.property;

import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.version.RevisionDetails;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:isthawed}: whether the revision is mutable now. */
@ApplicationScoped
public class IsthawedProperty extends RevisionProperty {

    @Override
    public QName name() {
        return VersioningDraft.ISTHAWED;
    }

    @Override
    void write(RevisionDetails revision, ResourceView view, XmlWriter xml) {
        xml.element(name(), flag(revision.thawed()));
    }
}
