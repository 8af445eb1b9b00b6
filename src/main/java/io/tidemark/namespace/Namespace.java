package io.tidemark.namespace;

import io.tidemark.content.ContentHash;
import io.tidemark.content.Contents;
import io.tidemark.journal.Change;
import io.tidemark.journal.Deed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * The writes to resources that all others are made of; {@link Mappings} has those to names. Each runs inside the caller's
 * transaction, on rows that the caller has locked, and records what it touched in the journal.
 */
@ApplicationScoped
public class Namespace {

    @Inject
    private MemberRepository members;

    @Inject
    private RevisionRepository revisions;

    @Inject
    private PropertySetRepository propertySets;

    @Inject
    private History history;

    @Inject
    private RevisionPruning pruning;

    @Inject
    private ShownRevisionEvents moves;

    @Inject
    private Contents contents;

    @Inject
    private Change change;

    @Inject
    private Event<ContentStored> stored;

    /** Creates a file that is mapped nowhere yet. Its content has been kept in this transaction. */
    public UUID createFile(Body body, @Nullable Long propertySetId, Versioning versioning) {
        Resource resource = new Resource(false, versioning, change.principal(), change.at());
        Revision revision = new Revision(resource);
        revision.setBody(body, change.at());
        revision.setPropertySetId(propertySetId);
        revisions.persist(resource, revision);
        history.begun(resource);
        change.did(resource.id(), Deed.CREATED);
        stored.fire(new ContentStored(resource.id(), revision.number(), body.length(), false));
        return resource.id();
    }

    /** Creates an empty collection that is mapped nowhere yet. */
    public UUID createCollection(@Nullable Long propertySetId, boolean syncBoundary, Versioning versioning) {
        Resource resource = new Resource(true, versioning, change.principal(), change.at());
        return createCollection(resource, propertySetId, syncBoundary);
    }

    /**
     * Creates an empty collection of a workspace that is mapped nowhere yet, and is to stand where another shows: its first
     * revision has the number of the one that shows, so that the workspace shows no other than before.
     */
    UUID createCollection(
            @Nullable Long propertySetId, ResourceView shown, boolean syncBoundary, Versioning versioning) {
        Resource resource = Resource.goingOnFrom(shown, versioning, change.principal(), change.at());
        return createCollection(resource, propertySetId, syncBoundary);
    }

    private UUID createCollection(Resource resource, @Nullable Long propertySetId, boolean syncBoundary) {
        resource.setSyncBoundary(syncBoundary);
        Revision revision = new Revision(resource);
        revision.setPropertySetId(propertySetId);
        revisions.persist(resource, revision);
        history.begun(resource);
        change.did(resource.id(), Deed.CREATED);
        return resource.id();
    }

    /**
     * Replaces the content of a file. The new content has been kept in this transaction.
     *
     * @param position where the new content makes a new revision; null when it replaces that of the revision which is shown
     * @return the number of the revision that has the new content
     */
    public int setBody(ResourceView file, @Nullable BranchPosition position, Body body) {
        change.did(file.id(), Deed.MODIFIED);
        if (position != null) {
            Revision next = history.next(file.id(), position);
            show(next, body, next.createdAt());
            made(position, file.id());
            return next.number();
        }
        Revision revision = revisions.find(file);
        revision.setBody(body, change.at());
        history.continued(file);
        if (!file.versioning().enabled()) {
            revision.rewrite(change.principal(), change.at());
        }
        ContentHash former = file.hash();
        boolean sameContent = former != null && former.equals(body.hash());
        if (former != null && !sameContent) {
            contents.release(former);
            stored.fire(new ContentStored(file.id(), revision.number(), body.length(), true));
        }
        if (!body.isShownBy(file, change.at())) {
            changed(file);
        }
        return file.revision();
    }

    /** Gives a new revision a body. What it has from the one before it is stored already. */
    void show(Revision next, Body body, Instant at) {
        boolean same = Objects.equals(body.hash(), next.contentHash());
        next.setBody(body, at);
        if (!same) {
            stored.fire(new ContentStored(next.resourceId(), next.number(), body.length(), false));
        }
    }

    /** A working resource is nobody's business before it is checked in. */
    private void changed(ResourceView resource) {
        if (!resource.isWorking()) {
            change.changed(resource.id());
        }
    }

    /** A new revision has all that it shows. What a branch besides the primary one shows is at no member URL. */
    void made(BranchPosition position, UUID resource) {
        if (position.isPrimary()) {
            change.advanced(resource);
            moves.made(resource);
        }
        pruning.afterRevision(revisions.find(resource));
    }

    /**
     * Makes reports on collections above stop at a collection, or look below it again. When they do, all that is below it
     * is news to them: as if it had just been mapped.
     */
    public void setSyncBoundary(ResourceView collection, boolean boundary) {
        revisions.find(collection.id()).setSyncBoundary(boundary);
        change.changed(collection.id(), Deed.PROPERTIES);
        members.mappingsOf(collection.id()).forEach(mapping -> change.shown(mapping.memberId(), collection.id()));
    }

    /**
     * Replaces the dead properties of a resource, and its language.
     *
     * @param position where they make a new revision; null when they replace those of the revision which is shown
     * @return the number of the revision that has the new properties
     */
    public int setProperties(
            ResourceView resource,
            @Nullable BranchPosition position,
            Map<QName, String> properties,
            @Nullable String language) {
        change.did(resource.id(), Deed.PROPERTIES);
        if (position != null) {
            Revision next = history.next(resource.id(), position);
            next.setPropertySetId(propertySets.store(properties));
            next.setContentLanguage(language);
            made(position, resource.id());
            history.collects(resource, next);
            return next.number();
        }
        changeProperties(resource, properties, language);
        history.continued(resource);
        return resource.revision();
    }

    /** Replaces the dead properties of the revision itself: those whose change makes none. */
    public void changeProperties(ResourceView resource, Map<QName, String> properties, @Nullable String language) {
        change.did(resource.id(), Deed.PROPERTIES);
        Revision revision = revisions.find(resource);
        revision.setPropertySetId(propertySets.store(properties));
        revision.setContentLanguage(language);
        if (resource.propertySetId() != null) {
            propertySets.deleteIfUnused(resource.propertySetId(), resource.id());
        }
        changed(resource);
    }

    /**
     * Says when the content of a file's revision was modified that the caller has just written: in no longer than {@code within}. Of any
     * other, the time stays.
     */
    public void setModified(ResourceView file, int number, Instant at, Duration within) {
        Revision revision = revisions.find(file.id(), number);
        boolean justWritten = revision.author().equals(change.principal())
                && revision.createdAt().plus(within).isAfter(change.at());
        if (justWritten) {
            revision.setModifiedAt(at);
            change.did(file.id(), Deed.PROPERTIES);
            changed(file);
        }
    }

    /**
     * Records in the history of a resource that it was moved.
     *
     * @param position where; null for nowhere
     * @return the number of the revision that a plain request gets from then on
     */
    public int recordMove(ResourceView resource, @Nullable BranchPosition position, String from) {
        if (position == null) {
            return resource.revision();
        }
        Revision next = history.next(resource.id(), position);
        next.setMovedFrom(from);
        pruning.afterRevision(revisions.find(resource.id()));
        return next.number();
    }

    /**
     * Gives a file the content and the properties of another in one step: as a revision on a line, or in place.
     *
     * @return the number of the revision that has them
     */
    public int setAll(ResourceView file, @Nullable BranchPosition position, ResourceView source) {
        if (position == null) {
            setBody(file, null, TreeCopy.bodyOf(source));
            changeProperties(file, propertySets.read(source.propertySetId()), source.language());
            return file.revision();
        }
        Revision next = history.next(file.id(), position);
        show(next, TreeCopy.bodyOf(source), next.createdAt());
        next.setPropertySetId(propertySets.copy(source.propertySetId()));
        made(position, file.id());
        return next.number();
    }

    /**
     * Lets a file show again what one of its revisions did: as {@link #setAll}, by a revision that says so.
     *
     * @return the number of the new revision
     */
    public int restore(ResourceView file, BranchPosition position, ResourceView revision) {
        int number = setAll(file, position, revision);
        revisions.find(file.id(), number).setRestoredFrom(revision.revision());
        return number;
    }

    /**
     * Makes a branch that leaves a revision; of what is checked out in place, the one that was.
     *
     * @return the number of its first revision
     */
    public int branch(ResourceView base, String id, @Nullable String comment) {
        int number = base.isCheckedOutInPlace() ? base.tip() : base.revision();
        return history.branch(base.id(), number, id, comment).number();
    }
}
