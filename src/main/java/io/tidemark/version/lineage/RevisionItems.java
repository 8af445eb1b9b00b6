package io.tidemark.version.lineage;

import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.xml.MultistatusWriter;
import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.RevisionKey;
import io.tidemark.property.Properties;
import io.tidemark.property.PropertyAnswer;
import io.tidemark.property.PropertyContext;
import io.tidemark.property.PropertyRequest;
import io.tidemark.target.DatedView;
import io.tidemark.target.Target;
import io.tidemark.target.Visibility;
import io.tidemark.version.RevisionDetails;
import io.tidemark.version.RevisionDetailsRepository;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.xml.namespace.QName;

/** Writes revisions as the items of a report, a page at a time: what is told of each is read for all of the page at once. */
final class RevisionItems {

    /** How many revisions are read at a time. */
    static final int PAGE = 200;

    /** What is said of each revision, whether it was asked for or not. */
    private static final Set<QName> TOLD = Set.of(
            VersioningDraft.REVISIONID,
            VersioningDraft.VRESOURCEID,
            VersioningDraft.REVISIONCOMMENT,
            VersioningDraft.DERIVEDFROM,
            VersioningDraft.REVISIONLABEL,
            VersioningDraft.MERGEDFROM,
            VersioningDraft.BRANCHID);

    private final MultistatusWriter multistatus;
    private final PropertyAnswer answer;
    private final Properties properties;
    private final RevisionDetailsRepository repository;
    private final Visibility visibility;
    private final Map<UUID, Boolean> shown = new HashMap<>();
    private final List<DatedView> page = new ArrayList<>();

    RevisionItems(
            MultistatusWriter multistatus,
            PropertyRequest asked,
            boolean minimal,
            Properties properties,
            RevisionDetailsRepository repository,
            Visibility visibility) {
        this.multistatus = multistatus;
        this.answer = properties.answer(asked.without(TOLD), minimal);
        this.properties = properties;
        this.repository = repository;
        this.visibility = visibility;
    }

    /** Adds an item, unless the caller may not see the resource: another one may have been at the name before. */
    void add(DatedView revision) {
        if (!shown.computeIfAbsent(revision.view().id(), visibility::shows)) {
            return;
        }
        page.add(revision);
        if (page.size() == PAGE) {
            write();
        }
    }

    /** Writes what has been added and is not written yet. */
    void write() {
        Map<RevisionKey, RevisionDetails> details = repository.read(page.stream()
                .map(revision -> RevisionKey.of(revision.view()))
                .distinct()
                .toList());
        List<Target> targets = page.stream().<Target>map(DatedView::target).toList();
        PropertyContext context = properties.context(targets);
        for (int i = 0; i < page.size(); i++) {
            RevisionDetails revision = details.get(RevisionKey.of(page.get(i).view()));
            if (revision != null) {
                answer.write(targets.get(i), context, multistatus, xml -> tell(revision, xml));
            }
        }
        page.clear();
    }

    private static void tell(RevisionDetails revision, XmlWriter xml) {
        String comment = revision.comment();
        xml.element(VersioningDraft.REVISIONID, RevisionId.of(revision.number()));
        xml.element(VersioningDraft.VRESOURCEID, "urn:uuid:" + revision.resource());
        xml.element(VersioningDraft.REVISIONCOMMENT, comment == null ? "" : comment);
        revision.previous().forEach(number -> xml.element(VersioningDraft.DERIVEDFROM, RevisionId.of(number)));
        revision.labels().forEach(label -> xml.element(VersioningDraft.REVISIONLABEL, label));
        revision.mergedFrom().forEach(number -> xml.element(VersioningDraft.MERGEDFROM, RevisionId.of(number)));
        xml.element(VersioningDraft.BRANCHID, revision.branch());
    }
}
