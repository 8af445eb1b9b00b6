package io.tidemark.version.property;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.RevisionNoteRepository;
import io.tidemark.property.PropertyChange;
import io.tidemark.version.RevisionDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.xml.namespace.QName;

/** {@code DAV:canthaw}: whether THAW may make the revision mutable. */
@ApplicationScoped
public class CanthawProperty extends SettableRevisionProperty {

    @Inject
    private RevisionNoteRepository notes;

    @Override
    public QName name() {
        return VersioningDraft.CANTHAW;
    }

    @Override
    void write(RevisionDetails revision, ResourceView view, XmlWriter xml) {
        xml.element(name(), flag(revision.canThaw()));
    }

    @Override
    public void set(XmlElement value, PropertyChange change) {
        ResourceView revision = revision(change);
        boolean canThaw = switch (value.text().strip()) {
            case "1" -> true;
            case "0" -> false;
            default -> throw DavException.conflict("It is 0 or 1.");
        };
        change.whenAccepted(() -> notes.setCanThaw(revision, canThaw));
    }

    @Override
    public void remove(PropertyChange change) {
        throw DavException.conflict("It is 0 or 1.");
    }
}
