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
 * The numbered tree and its high-water marks: for each member what it maps, and the newest change to it and below it; for
 * each collection the newest change in its whole scope. Only the sequencer writes them, so that writers never wait for one
 * another here; a report follows them down from a collection to just what changed.
 *
 * <p>Nothing here asks what members map at this moment: that may be the work of changes that have no number yet, and would
 * hide the collections that the numbered ones are in.
 */
@ApplicationScoped
class HighWaterMarks {

    @Inject
    private MarkRepository repository;

    /**
     * Takes a batch of changes into the tree, and raises every mark that they stand under.
     *
     * @param links the hash of each change of the batch, by its number
     */
    void raise(ChangeSet changeSet, Map<Long, byte[]> links) {
        Map<Long, MemberMark> members =
                marks(repository.marked(changeSet.members().keySet()));
        List<MappedMember> before = repository.mapping(changeSet.resources().keySet());
        Set<Long> unmarked = new HashSet<>(changeSet.members().keySet());
        unmarked.removeAll(members.keySet());
        members.putAll(marks(repository.unmarked(unmarked)));
        members.values().forEach(member -> before.add(member.mapping()));
        List<NumberedMappingHistory> ended = new ArrayList<>();
        Map<UUID, List<MappedMember>> meanwhile = new HashMap<>();
        for (ChangeSet.Event event : changeSet.events()) {
            MemberMark member = members.get(event.memberId());
            if (member != null) {
                member.map(event.resourceId(), event.number()).ifPresent(ended::add);
                if (event.resourceId() != null) {
                    meanwhile
                            .computeIfAbsent(event.resourceId(), id -> new ArrayList<>())
                            .add(member.mapping());
                }
            }
        }
        AffectedScope scope =
                new AffectedScope(touchedMembers(members, changeSet), changeSet, repository, resources -> {
                    // As before the batch, and as in the midst of it: one that has left since was above earlier
                    // changes.
                    List<MappedMember> parents = repository.mapping(resources);
                    resources.forEach(resource -> parents.addAll(meanwhile.getOrDefault(resource, List.of())));
                    return parents;
                });
        repository.write(scope.members(), unmarked);
        repository.end(ended);
        repository.endSubtrees(subtrees(ended), members);
        repository.tell(new MemberChanges(before, scope.changed(), scope.elsewhere()).play(changeSet));
        repository.raiseCollections(scope.collections(), links);
    }

    /** Notes of every collection that the touched members and resources stand under, or stood, that their history is gone. */
    void forget(ChangeSet changeSet, Map<Long, byte[]> links) {
        Map<Long, MemberMark> members =
                marks(repository.marked(changeSet.members().keySet()));
        AffectedScope scope =
                new AffectedScope(touchedMembers(members, changeSet), changeSet, repository, resources -> {
                    List<MappedMember> parents = repository.mapping(resources);
                    parents.addAll(repository.formerlyMapping(resources));
                    return parents;
                });
        repository.raisePurged(scope.collections(), links);
        repository.forgetChanges(scope.collections().keySet(), changeSet.rows().keySet());
    }

    /** Those of some mappings that have ended which were collections'. */
    private List<NumberedMappingHistory> subtrees(List<NumberedMappingHistory> ended) {
        Map<UUID, Long> mapped = new HashMap<>();
        ended.forEach(mapping -> mapped.put(mapping.resourceId(), mapping.ended()));
        Set<UUID> collections = repository.collectionsAmong(mapped).keySet();
        return ended.stream()
                .filter(mapping -> collections.contains(mapping.resourceId()))
                .toList();
    }

    private static Map<Long, MemberMark> marks(List<MappedMember> members) {
        Map<Long, MemberMark> marks = new HashMap<>();
        members.forEach(member -> marks.put(member.id(), new MemberMark(member)));
        return marks;
    }

    private static Map<Long, MemberMark> touchedMembers(Map<Long, MemberMark> members, ChangeSet changeSet) {
        members.values().forEach(mark -> mark.touch(changeSet.members().getOrDefault(mark.memberId(), 0L)));
        return members;
    }
}
