package io.tidemark.version.property;

import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.RevisionNoteRepository;
import io.tidemark.property.PropertyChange;
import io.tidemark.version.RevisionDetails;
import jakarta.inject.Inject;

/** Why a revision was made, under either name that there is for it. */
abstract class CommentProperty extends SettableRevisionProperty {

    @Inject
    private RevisionNoteRepository notes;

    @Override
    boolean isOfWork() {
        return true;
    }

    @Override
    void write(RevisionDetails revision, ResourceView view, XmlWriter xml) {
        String comment = revision.comment();
        xml.element(name(), comment == null ? "" : comment);
    }

    @Override
    public void set(XmlElement value, PropertyChange change) {
        ResourceView revision = revisionOrWork(change);
        change.whenAccepted(() -> notes.setComment(revision, value.text()));
    }

    @Override
    public void remove(PropertyChange change) {
        ResourceView revision = revisionOrWork(change);
        change.whenAccepted(() -> notes.setComment(revision, null));
    }
}
