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

/** {@code DAV:mergedto}: the revisions that a client says this one was merged into. */
@ApplicationScoped
public class MergedtoProperty extends MergeProperty {

    @Inject
    private RevisionNoteRepository notes;

    @Override
    public QName name() {
        return VersioningDraft.MERGEDTO;
    }

    @Override
    void write(RevisionDetails revision, ResourceView view, XmlWriter xml) {
        xml.element(name(), ids(revision.mergedTo()));
    }

    @Override
    void store(ResourceView revision, Collection<Integer> others) {
        notes.setMergedTo(revision, others);
    }
}
