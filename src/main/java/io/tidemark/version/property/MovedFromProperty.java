package io.tidemark.version.property;

import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.version.RevisionDetails;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code T:moved-from}: the URL that a MOVE brought the resource from, of the revision that records it; else empty. */
@ApplicationScoped
public class MovedFromProperty extends RevisionProperty {

    @Override
    public QName name() {
        return Tidemark.MOVED_FROM;
    }

    @Override
    void write(RevisionDetails revision, ResourceView view, XmlWriter xml) {
        xml.start(name());
        if (revision.movedFrom() != null) {
            xml.href(revision.movedFrom());
        }
        xml.end();
    }
}
