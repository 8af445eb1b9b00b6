package io.tidemark.version.property;

import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.version.RevisionDetails;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:author}: the principal who made the revision. */
@ApplicationScoped
public class AuthorProperty extends RevisionProperty {

    @Override
    public QName name() {
        return VersioningDraft.AUTHOR;
    }

    @Override
    boolean isOfWork() {
        return true;
    }

    @Override
    void write(RevisionDetails revision, ResourceView view, XmlWriter xml) {
        xml.element(name(), revision.author());
    }
}
