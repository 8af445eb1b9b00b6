package io.tidemark.version.property;

import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.RevisionNoteRepository;
import io.tidemark.version.RevisionDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import javax.xml.namespace.QName;

/** {@code DAV:mergedfrom}: the revisions that a client says were merged into this one. */
@ApplicationScoped
public class MergedfromProperty extends MergeProperty {

    @Inject
    private RevisionNoteRepository notes;

    @Override
    public QName name() {
        return VersioningDraft.MERGEDFROM;
    }

    @Override
    void write(RevisionDetails revision, ResourceView view, XmlWriter xml) {
        xml.element(name(), ids(revision.mergedFrom()));
    }

    @Override
    void store(ResourceView revision, Collection<Integer> others) {
        notes.setMergedFrom(revision, others);
    }
}
