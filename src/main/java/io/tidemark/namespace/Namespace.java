package io.tidemark.namespace;

import io.tidemark.content.ContentHash;
import io.tidemark.content.Contents;
import io.tidemark.journal.Change;
import io.tidemark.kernel.sql.Collision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * The writes that all others are made of. Each runs inside the caller's transaction, on rows that the caller has locked,
 * and records what it touched in the journal.
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
    private Contents contents;

    @Inject
    private Change change;

    /** Creates a file that is mapped nowhere yet. Its content has been kept in this transaction. */
    public UUID createFile(Body body, @Nullable Long propertySetId) {
        Resource resource = new Resource(false, change.principal(), change.at());
        Revision revision = new Revision(resource);
        revision.setBody(body, change.at());
        revision.setPropertySetId(propertySetId);
        revisions.persist(resource, revision);
        return resource.id();
    }

    /** Creates an empty collection that is mapped nowhere yet. */
    public UUID createCollection(@Nullable Long propertySetId, boolean syncBoundary) {
        Resource resource = new Resource(true, change.principal(), change.at());
        resource.setSyncBoundary(syncBoundary);
        Revision revision = new Revision(resource);
        revision.setPropertySetId(propertySetId);
        revisions.persist(resource, revision);
        return resource.id();
    }

    /**
     * Maps a resource at a name that nothing is mapped at.
     *
     * @throws Collision when another transaction has mapped something there meanwhile
     */
    public void map(UUID collection, String name, UUID resource) {
        revisions.flush();
        Optional<Long> added = members.insert(collection, name, resource, change.at());
        if (added.isPresent()) {
            change.mapped(added.get(), resource);
            return;
        }
        Member member = members.lock(collection, name);
        if (member.resourceId() != null) {
            throw new Collision();
        }
        member.map(resource, change.at());
        change.mapped(member.id(), resource);
    }

    /**
     * Maps resources in a collection that was created in this transaction. The journal needs no row of each: that the
     * collection has come says that all below it has.
     */
    void fill(UUID newCollection, Map<String, UUID> resources) {
        revisions.flush();
        change.cameWith(newCollection, members.insertAll(newCollection, resources, change.at()));
        revisions.forget();
    }

    /**
     * Takes the mapping of a member away; what was mapped stays, and everything below it stays where it is.
     *
     * @throws Collision when nothing is mapped there any more
     */
    public void unmap(long memberId) {
        Member member = members.lock(memberId);
        UUID resource = member.resourceId();
        if (resource == null) {
            throw new Collision();
        }
        members.persist(new FormerMember(member, resource, change));
        member.unmap();
        change.unmapped(memberId);
    }

    /** Replaces the content of a file. The new content has been kept in this transaction. */
    public void setBody(ResourceView file, Body body) {
        revisions.find(file).setBody(body, change.at());
        ContentHash former = file.hash();
        boolean sameContent = former != null && former.equals(body.hash());
        if (former != null && !sameContent) {
            contents.release(former);
        }
        // The time alone is no news to those who synchronise, unless the client set it.
        boolean sameAll = sameContent
                && body.type().equals(file.type())
                && Objects.equals(body.language(), file.language())
                && body.modifiedAt().map(file.modifiedAt()::equals).orElse(true);
        if (!sameAll) {
            change.changed(file.id());
        }
    }

    /**
     * Makes reports on collections above stop at a collection, or look below it again. When they do, all that is below it
     * is news to them: as if it had just been mapped.
     */
    public void setSyncBoundary(ResourceView collection, boolean boundary) {
        revisions.find(collection.id()).setSyncBoundary(boundary);
        change.changed(collection.id());
        members.mappingsOf(collection.id()).forEach(mapping -> change.mapped(mapping.memberId(), collection.id()));
    }

    /** Replaces the dead properties of a resource, and its language. */
    public void setProperties(ResourceView resource, Map<QName, String> properties, @Nullable String language) {
        Revision revision = revisions.find(resource);
        revision.setPropertySetId(propertySets.store(properties));
        revision.setContentLanguage(language);
        if (resource.propertySetId() != null) {
            propertySets.deleteIfUnused(resource.propertySetId(), resource.id());
        }
        change.changed(resource.id());
    }
}
