package io.tidemark.version.property;

import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.xml.Rfc3253;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.version.RevisionDetails;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:version-name}: the revision's id (RFC 3253, section 3.3.2). */
@ApplicationScoped
public class VersionNameProperty extends RevisionProperty {

    @Override
    public QName name() {
        return Rfc3253.VERSION_NAME;
    }

    @Override
    void write(RevisionDetails revision, ResourceView view, XmlWriter xml) {
        xml.element(name(), RevisionId.of(revision.number()));
    }
}
