package io.tidemark.version.property;

import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.version.RevisionDetails;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:hasthawed}: whether the revision was ever mutable. */
@ApplicationScoped
public class HasthawedProperty extends RevisionProperty {

    @Override
    public QName name() {
        return VersioningDraft.HASTHAWED;
    }

    @Override
    void write(RevisionDetails revision, ResourceView view, XmlWriter xml) {
        xml.element(name(), flag(revision.everThawed()));
    }
}
