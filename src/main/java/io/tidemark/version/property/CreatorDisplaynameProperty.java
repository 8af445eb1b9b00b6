package io.tidemark.version.property;

import io.tidemark.kernel.xml.Rfc3253;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.version.RevisionDetails;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:creator-displayname}: the revision's author (RFC 3253, section 3.1.2). */
@ApplicationScoped
public class CreatorDisplaynameProperty extends RevisionProperty {

    @Override
    public QName name() {
        return Rfc3253.CREATOR_DISPLAYNAME;
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
