package io.tidemark.version.property;

import io.tidemark.kernel.xml.Rfc3253;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.RevisionsSubtree;
import io.tidemark.version.RevisionDetails;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:successor-set}: those that follow the revision (RFC 3253, section 3.4.1). */
@ApplicationScoped
public class SuccessorSetProperty extends RevisionProperty {

    @Override
    public QName name() {
        return Rfc3253.SUCCESSOR_SET;
    }

    @Override
    void write(RevisionDetails revision, ResourceView view, XmlWriter xml) {
        xml.start(name());
        revision.next()
                .forEach(number -> xml.href(RevisionsSubtree.revisionPath(view.id(), number, view.collection())
                        .href()));
        xml.end();
    }
}
