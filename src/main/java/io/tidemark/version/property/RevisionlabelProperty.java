package io.tidemark.version.property;

import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.property.PropertyChange;
import io.tidemark.version.Labels;
import io.tidemark.version.RevisionDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import javax.xml.namespace.QName;

/** {@code DAV:revisionlabel}: the names that people gave the revision, separated by commas. They are set whole. */
@ApplicationScoped
public class RevisionlabelProperty extends SettableRevisionProperty {

    @Inject
    private Labels labels;

    @Override
    public QName name() {
        return VersioningDraft.REVISIONLABEL;
    }

    @Override
    void write(RevisionDetails revision, ResourceView view, XmlWriter xml) {
        xml.element(name(), String.join(",", revision.labels()));
    }

    @Override
    public void set(XmlElement value, PropertyChange change) {
        ResourceView revision = revision(change);
        Set<String> wanted = Labels.split(value.text());
        wanted.forEach(label -> labels.check(revision, label));
        labels.checkRoom(revision, wanted);
        change.whenAccepted(() -> labels.set(revision, wanted));
    }

    @Override
    public void remove(PropertyChange change) {
        ResourceView revision = revision(change);
        change.whenAccepted(() -> labels.set(revision, Set.of()));
    }
}
