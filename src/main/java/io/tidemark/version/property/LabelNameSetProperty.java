package io.tidemark.version.property;

import io.tidemark.kernel.xml.Rfc3253;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.version.RevisionDetails;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:label-name-set}: the revision's labels (RFC 3253, section 8.1.1). */
@ApplicationScoped
public class LabelNameSetProperty extends RevisionProperty {

    @Override
    public QName name() {
        return Rfc3253.LABEL_NAME_SET;
    }

    @Override
    void write(RevisionDetails revision, ResourceView view, XmlWriter xml) {
        xml.start(name());
        revision.labels().forEach(label -> xml.element(Rfc3253.LABEL_NAME, label));
        xml.end();
    }
}
