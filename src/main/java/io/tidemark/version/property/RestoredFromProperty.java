package io.tidemark.version.property;

import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.RevisionsSubtree;
import io.tidemark.version.RevisionDetails;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code T:restored-from}: the URL of the revision that this one shows again; else empty. */
@ApplicationScoped
public class RestoredFromProperty extends RevisionProperty {

    @Override
    public QName name() {
        return Tidemark.RESTORED_FROM;
    }

    @Override
    void write(RevisionDetails revision, ResourceView view, XmlWriter xml) {
        xml.start(name());
        Integer from = revision.restoredFrom();
        if (from != null) {
            xml.href(RevisionsSubtree.revisionPath(view.id(), from, view.collection())
                    .href());
        }
        xml.end();
    }
}
