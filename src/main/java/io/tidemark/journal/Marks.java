package io.tidemark.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The high-water marks: for each member the newest change to it and below it, for each collection the newest change in its
 * whole scope. Only the sequencer writes them, so that writers never wait for one another here; a report follows them down
 * from a collection to just what changed.
 */
@ApplicationScoped
class Marks {

    @Inject
    private MarkRepository repository;

    /**
     * Raises every mark that the touched members and resources stand under.
     *
     * @param links the hash of each change of the batch, by its number
     */
    void raise(Touched touched, Map<Long, byte[]> links) {
        Scope scope = scope(touched);
        repository.raiseMembers(new ArrayList<>(scope.members().values()));
        repository.raiseCollections(scope.collections(), links);
    }

    /** Notes of every collection that the touched members and resources stand under that their history is gone. */
    void forget(Touched touched, Map<Long, byte[]> links) {
        repository.raisePurged(scope(touched).collections(), links);
    }

    /** What changes concern: members, and every collection above them. */
    private record Scope(Map<Long, MemberMark> members, Map<UUID, Long> collections) {}

    private Scope scope(Touched touched) {
        Map<Long, MemberMark> members = new HashMap<>();
        Map<UUID, Long> collections = new HashMap<>(repository.collectionsAmong(touched.resources()));
        for (MappedMember member : repository.membersById(touched.members().keySet())) {
            mark(members, member).touch(touched.members().getOrDefault(member.id(), 0L));
            mark(members, member).map(touched.mapped().getOrDefault(member.id(), 0L));
        }
        for (MappedMember member :
                repository.membersOfResources(touched.resources().keySet())) {
            if (member.resourceId() != null) {
                mark(members, member).touch(touched.resources().getOrDefault(member.resourceId(), 0L));
            }
        }
        members.values().forEach(mark -> collections.merge(mark.collectionId(), mark.mark(), Math::max));
        addAncestors(members, collections);
        return new Scope(members, collections);
    }

    /** Goes up level by level; whoever looks at a collection above a boundary is not told what happens below it. */
    private void addAncestors(Map<Long, MemberMark> members, Map<UUID, Long> collections) {
        Set<UUID> frontier = new HashSet<>(collections.keySet());
        while (!frontier.isEmpty()) {
            frontier.removeAll(repository.boundariesAmong(frontier));
            List<MappedMember> above = repository.membersOfResources(frontier);
            frontier = new HashSet<>();
            for (MappedMember member : above) {
                if (member.resourceId() == null) {
                    continue;
                }
                long number = collections.getOrDefault(member.resourceId(), 0L);
                mark(members, member).raiseBelow(number);
                Long known = collections.get(member.collectionId());
                if (known == null || known < number) {
                    collections.put(member.collectionId(), number);
                    frontier.add(member.collectionId());
                }
            }
        }
    }

    private static MemberMark mark(Map<Long, MemberMark> members, MappedMember member) {
        return members.computeIfAbsent(member.id(), id -> new MemberMark(id, member.collectionId()));
    }
}
