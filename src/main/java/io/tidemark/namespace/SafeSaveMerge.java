package io.tidemark.namespace;

import io.tidemark.journal.Change;
import io.tidemark.journal.Deed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.xml.namespace.QName;

/** Lets what editors have put in a file's place be the file's next revision (protocol, section 4.3). */
@ApplicationScoped
public class SafeSaveMerge {

    @Inject
    private MemberRepository members;

    @Inject
    private VersionControlRepository versionControl;

    @Inject
    private PropertySetRepository propertySets;

    @Inject
    private History history;

    @Inject
    private Namespace namespace;

    @Inject
    private Change change;

    @Inject
    private Event<ContentGone> gone;

    /**
     * Maps a file at the name again at which a new one was put when it had been moved away. As far as anybody can tell it has
     * been there since the new one came, with the new content as its revision.
     *
     * @param position where the revision goes
     * @param memberId the name's row
     * @param aside the path that the file was moved to
     */
    public void mergeBack(
            ResourceView file, BranchPosition position, ResourceView successor, long memberId, String aside) {
        Member member = members.lock(memberId);
        Instant since = member.mappedAt();
        Revision next = history.next(file.id(), position, since);
        namespace.show(next, TreeCopy.bodyOf(successor), since);
        next.setMovedFrom(aside);
        if (successor.propertySetId() != null) {
            next.setPropertySetId(propertySets.store(merged(file, successor)));
        }
        // As short as a mapping can be: no time finds it, but by it the new file is found when its time has come.
        members.persist(new MappingHistory(member, successor.id(), change, since, Ending.ABSORBED));
        member.map(file.id(), since);
        change.shown(memberId, file.id());
        change.did(file.id(), Deed.MODIFIED);
        namespace.made(position, file.id());
        forget(successor.id());
    }

    /** A file lives on as a revision of another: it has no history of its own from now on, unless it has another name. */
    public void forget(UUID file) {
        if (members.mappingsOf(file).isEmpty()) {
            versionControl.set(file, Versioning.NONE);
            gone.fire(new ContentGone(file, null));
        }
    }

    /** A new file has just the properties that its editor thought of. */
    private Map<QName, String> merged(ResourceView file, ResourceView successor) {
        Map<QName, String> properties = new HashMap<>(propertySets.read(file.propertySetId()));
        properties.putAll(propertySets.read(successor.propertySetId()));
        return properties;
    }
}
