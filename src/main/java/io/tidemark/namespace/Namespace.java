package io.tidemark.namespace;

import io.tidemark.content.ContentHash;
import io.tidemark.content.Contents;
import io.tidemark.journal.Change;
import io.tidemark.kernel.sql.Collision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * The writes that all others are made of. Each runs inside the caller's transaction, on rows that the caller has locked,
 * and records what it touched in the journal.
 */
@ApplicationScoped
public class Namespace {

    private static final Comparator<NewMember> ORDER =
            Comparator.comparing(NewMember::collection).thenComparing(NewMember::name);

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
        } else {
            mapAgain(collection, name, resource);
        }
    }

    /**
     * {@link #map} for many resources. What comes along with a collection that was created in this transaction needs no
     * row in the journal: that the collection has come says that all below it has.
     *
     * @param newCollections the collections that were created in this transaction
     */
    public void mapAll(List<NewMember> added, Set<UUID> newCollections) {
        revisions.flush();
        // In one order for all: of two transactions that map the same names, one waits for the other, never both.
        List<NewMember> sorted = added.stream().sorted(ORDER).toList();
        List<Optional<Long>> ids = members.insert(sorted, change.at());
        Map<UUID, Map<Long, UUID>> cameWith = new HashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            NewMember member = sorted.get(i);
            if (ids.get(i).isEmpty()) {
                mapAgain(member.collection(), member.name(), member.resource());
            } else if (newCollections.contains(member.collection())) {
                cameWith.computeIfAbsent(member.collection(), id -> new HashMap<>())
                        .put(ids.get(i).get(), member.resource());
            } else {
                change.mapped(ids.get(i).get(), member.resource());
            }
        }
        cameWith.forEach(change::cameWith);
    }

    /** Maps a resource at a name that has a row. */
    private void mapAgain(UUID collection, String name, UUID resource) {
        Member member = members.lock(collection, name);
        if (member.resourceId() != null) {
            throw new Collision();
        }
        member.map(resource, change.at());
        change.mapped(member.id(), resource);
    }

    /** Maps resources in a collection that was created in this transaction, and lets go of what it has written. */
    void fill(UUID newCollection, Map<String, UUID> resources) {
        List<NewMember> added = new ArrayList<>();
        resources.forEach((name, resource) -> added.add(new NewMember(newCollection, name, resource)));
        mapAll(added, Set.of(newCollection));
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
        if (!body.isShownBy(file)) {
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
