package io.tidemark.version.property;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.Targets;
import io.tidemark.version.RevisionDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.xml.namespace.QName;

/**
 * {@code T:moved-from}: the URL that a MOVE brought the resource from, of the revision that records it; else empty. So it is, too,
 * when it would tell the caller of a collection that is hidden.
 */
@ApplicationScoped
public class MovedFromProperty extends RevisionProperty {

    @Inject
    private Targets targets;

    @Override
    public QName name() {
        return Tidemark.MOVED_FROM;
    }

    @Override
    void write(RevisionDetails revision, ResourceView view, XmlWriter xml) {
        xml.start(name());
        String from = revision.movedFrom();
        if (from != null && !targets.isHidden(DavPath.parse(from))) {
            xml.href(from);
        }
        xml.end();
    }
}
