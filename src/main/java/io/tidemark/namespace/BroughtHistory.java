package io.tidemark.namespace;

import io.tidemark.journal.Change;
import io.tidemark.journal.Deed;
import io.tidemark.kernel.sql.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Revisions that were made elsewhere, by others and at other times, which they keep. That they came here is a change of now: it
 * is in the journal as any other, and so is the time at which a name shows them.
 */
@ApplicationScoped
public class BroughtHistory {

    @Inject
    private RevisionRepository revisions;

    @Inject
    private UnitOfWork work;

    @Inject
    private History history;

    @Inject
    private ShownRevisionEvents moves;

    @Inject
    private RevisionPruning pruning;

    @Inject
    private Change change;

    @Inject
    private Event<ContentStored> stored;

    @Inject
    private Event<RevisionMade> made;

    /**
     * Creates a file that is mapped nowhere yet, and belongs to who made its first version.
     *
     * @param versions its versions, each later than the one before; one at least
     */
    public UUID create(List<BroughtVersion> versions, Versioning versioning) {
        BroughtVersion first = versions.get(0);
        Resource resource = new Resource(false, versioning, first.author(), first.at());
        Revision revision = new Revision(resource);
        show(revision, first);
        revisions.persist(resource, revision);
        history.begun(resource);
        change.did(resource.id(), Deed.CREATED);
        append(resource, revision, versions.subList(1, versions.size()));
        return resource.id();
    }

    /**
     * Appends versions to a file's primary branch. The caller's transaction has the file's row.
     *
     * @param versions each later than the one before
     * @return whether the first is later than the file's newest revision; if not, nothing has been done
     */
    public boolean append(UUID file, List<BroughtVersion> versions) {
        Resource resource = revisions.find(file);
        Revision tip = revisions.find(file, resource.tipNumber());
        if (!versions.get(0).at().isAfter(tip.createdAt())) {
            return false;
        }
        change.did(file, Deed.MODIFIED);
        tip.close();
        append(resource, tip, versions);
        change.advanced(file);
        moves.made(file);
        pruning.afterRevision(resource);
        return true;
    }

    private void append(Resource resource, Revision tip, List<BroughtVersion> versions) {
        Revision last = tip;
        for (BroughtVersion version : versions) {
            BranchPosition position = new BranchPosition(BranchPosition.PRIMARY, last.number());
            last = new Revision(last, resource.takeNumber(), position, version.author(), version.at());
            show(last, version);
            revisions.persist(last);
            resource.moveTip(last.number());
            made.fire(new RevisionMade(resource.id(), last.number(), false));
        }
        change.made(resource.id(), last.number());
    }

    private void show(Revision revision, BroughtVersion version) {
        Body body = version.body();
        revision.setBody(body, version.at());
        revision.setComment(version.comment());
        version.labels()
                .forEach(label ->
                        work.add(new RevisionLabel(revision.resourceId(), label, revision.number(), version.author())));
        stored.fire(new ContentStored(revision.resourceId(), revision.number(), body.length(), false));
    }
}
