package io.tidemark.journal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What changes concern: the members that they touch, and every member and collection above them. */
final class AffectedScope {

    /** Finds the members that map one of some resources. */
    @FunctionalInterface
    interface Parents extends Function<Collection<UUID>, List<MappedMember>> {}

    private final Map<Long, MemberMark> members;
    private final Map<UUID, Long> collections;
    private final MarkRepository repository;
    private final Parents parents;
    private final Set<UUID> changed;
    private final Set<Long> elsewhere;

    /** The scope of some members, which are touched already, and of the resources touched. */
    AffectedScope(Map<Long, MemberMark> members, ChangeSet changeSet, MarkRepository repository, Parents parents) {
        this.members = members;
        this.collections = new HashMap<>(repository.collectionsAmong(changeSet.resources()));
        this.changed = Set.copyOf(collections.keySet());
        this.repository = repository;
        this.parents = parents;
        List<MappedMember> mapping = parents.apply(changeSet.resources().keySet());
        this.elsewhere = repository.choosing(mapping.stream()
                .filter(member -> member.resourceId() != null && changeSet.isAdvanced(member.resourceId()))
                .map(MappedMember::id)
                .toList());
        for (MappedMember member : mapping) {
            if (member.resourceId() != null && !elsewhere.contains(member.id())) {
                mark(member).touch(changeSet.resources().getOrDefault(member.resourceId(), 0L));
            }
        }
        members.values().forEach(mark -> collections.merge(mark.collectionId(), mark.mark(), Math::max));
        addAncestors();
    }

    /** Goes up level by level; whoever looks at a collection above a boundary is not told what happens below it. */
    private void addAncestors() {
        Set<UUID> frontier = new HashSet<>(collections.keySet());
        while (!frontier.isEmpty()) {
            frontier.removeAll(repository.boundariesAmong(frontier));
            List<MappedMember> above = parents.apply(frontier);
            frontier = new HashSet<>();
            for (MappedMember member : above) {
                if (member.resourceId() == null) {
                    continue;
                }
                long number = collections.getOrDefault(member.resourceId(), 0L);
                mark(member).raiseBelow(number);
                Long known = collections.get(member.collectionId());
                if (known == null || known < number) {
                    collections.put(member.collectionId(), number);
                    frontier.add(member.collectionId());
                }
            }
        }
    }

    private MemberMark mark(MappedMember member) {
        return members.computeIfAbsent(member.id(), id -> new MemberMark(member));
    }

    /** Of the resources that changed, those that are collections. */
    Set<UUID> changed() {
        return changed;
    }

    /** The members at which a newer revision is none to be shown, because another was chosen. */
    Set<Long> elsewhere() {
        return elsewhere;
    }

    /** The members with their marks. */
    Collection<MemberMark> members() {
        return members.values();
    }

    /** The collections, each with the newest change in it. */
    Map<UUID, Long> collections() {
        return collections;
    }
}
