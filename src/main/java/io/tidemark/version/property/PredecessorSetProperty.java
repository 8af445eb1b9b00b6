package io.tidemark.version.property;

import io.tidemark.kernel.xml.Rfc3253;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.RevisionsSubtree;
import io.tidemark.version.RevisionDetails;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:predecessor-set}: those that the revision follows or was merged from (RFC 3253, section 3.3.1). */
@ApplicationScoped
public class PredecessorSetProperty extends RevisionProperty {

    @Override
    public QName name() {
        return Rfc3253.PREDECESSOR_SET;
    }

    @Override
    boolean isOfWork() {
        return true;
    }

    @Override
    void write(RevisionDetails revision, ResourceView view, XmlWriter xml) {
        xml.start(name());
        revision.mergedFromUnion()
                .forEach(number -> xml.href(RevisionsSubtree.revisionPath(view.id(), number, view.collection())
                        .href()));
        xml.end();
    }
}
