package io.tidemark.namespace;

import io.tidemark.journal.Change;
import io.tidemark.kernel.sql.Collision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The writes to names that all others are made of. Each runs inside the caller's transaction and records what it touched in
 * the journal.
 */
@ApplicationScoped
public class Mappings {

    private static final Comparator<NewMember> ORDER =
            Comparator.comparing((NewMember member) -> member.collection().id()).thenComparing(NewMember::name);

    @Inject
    private MemberRepository members;

    @Inject
    private RevisionRepository revisions;

    @Inject
    private History history;

    @Inject
    private DefaultRevisions defaults;

    @Inject
    private ShownRevisionEvents moves;

    @Inject
    private Change change;

    @Inject
    private Event<Unmapped> unmapped;

    @Inject
    private Event<Mapped> mapped;

    /**
     * Maps a resource at a name that nothing is mapped at.
     *
     * @throws Collision when another transaction has mapped something there meanwhile
     */
    public void map(Parent collection, String name, UUID resource) {
        Instant at = history.memberTime(collection);
        Optional<Long> added = members.insert(collection, name, resource, at);
        if (added.isPresent()) {
            mapped(added.get(), resource);
        } else {
            mapAgain(new NewMember(collection, name, resource), at);
        }
        mapped.fire(new Mapped(resource));
    }

    /** {@link #map} for what nobody is told of, where the name has no row yet; else as any other. */
    void mapWithoutEvent(Parent collection, String name, UUID resource) {
        Optional<Long> added = members.insert(collection, name, resource, change.at());
        if (added.isPresent()) {
            change.cameWith(collection.id(), Map.of(added.get(), resource));
        } else {
            mapAgain(new NewMember(collection, name, resource), change.at());
        }
    }

    /**
     * {@link #map} for what a workspace goes on to show as it did.
     *
     * @param revision which revision a workspace shows of it
     */
    public void map(Parent collection, String name, UUID resource, int revision) {
        map(collection, name, resource);
        if (collection.own() && !revisions.find(resource).isCollection()) {
            defaults.choose(members.lock(collection.id(), name).id(), resource, revision);
        }
    }

    /**
     * {@link #map} for many resources. What comes along with a collection that was created in this transaction needs no
     * row in the journal: that the collection has come says that all below it has.
     *
     * @param newCollections the collections that were created in this transaction
     */
    public void mapAll(List<NewMember> added, Set<UUID> newCollections) {
        // In one order for all: of two transactions that map the same names, one waits for the other, never both.
        List<NewMember> sorted = added.stream().sorted(ORDER).toList();
        List<Instant> times = sorted.stream()
                .map(NewMember::collection)
                .map(parent -> newCollections.contains(parent.id()) ? change.at() : history.memberTime(parent))
                .toList();
        List<Optional<Long>> ids = members.insert(sorted, times);
        Map<UUID, Map<Long, UUID>> cameWith = new HashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            NewMember member = sorted.get(i);
            if (ids.get(i).isEmpty()) {
                mapAgain(member, times.get(i));
            } else if (newCollections.contains(member.collection().id())) {
                cameWith.computeIfAbsent(member.collection().id(), id -> new HashMap<>())
                        .put(ids.get(i).get(), member.resource());
            } else {
                mapped(ids.get(i).get(), member.resource());
            }
        }
        cameWith.forEach(change::cameWith);
    }

    /** Maps a resource at a name that has a row. */
    void mapAgain(NewMember added, Instant at) {
        Member member = members.lock(added.collection().id(), added.name());
        if (member.resourceId() != null) {
            throw new Collision();
        }
        member.map(added.resource(), at);
        mapped(member.id(), added.resource());
    }

    private void mapped(long memberId, UUID resource) {
        change.mapped(memberId, resource);
        moves.mapped(memberId, resource);
    }

    /** Maps resources in a collection that was created in this transaction, and lets go of what it has written. */
    void fill(Parent newCollection, Map<String, UUID> resources) {
        List<NewMember> added = new ArrayList<>();
        resources.forEach((name, resource) -> added.add(new NewMember(newCollection, name, resource)));
        mapAll(added, Set.of(newCollection.id()));
        revisions.forget();
    }

    /**
     * Takes the mapping of a member away; what was mapped stays, and everything below it stays where it is.
     *
     * @param ending why
     * @throws Collision when nothing is mapped there any more
     */
    public void unmap(Parent collection, long memberId, Ending ending) {
        Member member = members.lock(memberId);
        UUID resource = member.resourceId();
        if (resource == null) {
            throw new Collision();
        }
        members.persist(new MappingHistory(member, resource, change, history.memberTime(collection), ending));
        member.unmap();
        if (collection.own()) {
            member.hide(change.at());
        }
        change.unmapped(memberId);
        if (ending == Ending.MOVED) {
            change.movedAway(resource);
        } else {
            unmapped.fire(new Unmapped(resource));
        }
    }
}
