package io.tidemark.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says of each change of a batch at which names it did what. It plays the changes once more, from what the members mapped
 * before: what changed of a resource, changed wherever that was mapped just then.
 */
final class MemberChanges {

    /** A name at which something was done to a resource. */
    private record Place(long member, UUID resource) {}

    private final Map<Long, MappedMember> members = new HashMap<>();
    private final Map<UUID, Set<Long>> names = new HashMap<>();
    private final Set<UUID> collections;
    private final Set<Long> elsewhere;
    private final List<MemberChange> found = new ArrayList<>();

    /**
     * Begins before a batch.
     *
     * @param before the members that the batch touches, and those that map resources which it touches
     * @param collections of the resources touched, those that are collections
     * @param elsewhere members that show a revision which was chosen, and no newer one
     */
    MemberChanges(Collection<MappedMember> before, Set<UUID> collections, Set<Long> elsewhere) {
        before.forEach(this::place);
        this.collections = collections;
        this.elsewhere = elsewhere;
    }

    /** What the changes of the batch did, in their order. */
    List<MemberChange> play(ChangeSet batch) {
        batch.rows().forEach(this::play);
        return found;
    }

    private void play(long number, List<JournalRow> rows) {
        Map<Place, MemberChange> done = new LinkedHashMap<>();
        Map<UUID, Long> left = new HashMap<>();
        Map<UUID, Long> come = new HashMap<>();
        for (JournalRow row : rows) {
            MappedMember member = row.memberId() == null ? null : members.get(row.memberId());
            if (member != null) {
                remap(number, row, member, left, come, done);
            }
        }
        for (JournalRow row : rows) {
            UUID resource = row.resourceId();
            if (row.memberId() == null && resource != null) {
                change(number, row, resource, done);
            }
        }
        done.values().forEach(change -> found.add(end(change, left, come)));
    }

    private void remap(
            long number,
            JournalRow row,
            MappedMember member,
            Map<UUID, Long> left,
            Map<UUID, Long> come,
            Map<Place, MemberChange> done) {
        UUID before = member.resourceId();
        UUID now = row.resourceId();
        if (before != null && !before.equals(now)) {
            left.put(before, member.id());
            add(
                    new MemberChange(
                            member.collectionId(), number, member.id(), before, Deed.REMOVED.bit(), null, null),
                    done);
        }
        if (now != null) {
            if (!now.equals(before)) {
                come.put(now, member.id());
            }
            add(
                    new MemberChange(
                            member.collectionId(), number, member.id(), now, row.deeds(), row.revision(), null),
                    done);
        }
        place(new MappedMember(member.id(), member.collectionId(), now, member.mapped()));
    }

    private void change(long number, JournalRow row, UUID resource, Map<Place, MemberChange> done) {
        for (long id : names.getOrDefault(resource, Set.of())) {
            MappedMember member = members.get(id);
            if (member != null && (row.kind() == ChangeKind.CHANGED || !elsewhere.contains(id))) {
                add(
                        new MemberChange(
                                member.collectionId(), number, id, resource, row.deeds(), row.revision(), null),
                        done);
            }
        }
        if (collections.contains(resource)) {
            add(
                    new MemberChange(
                            resource, number, MemberChange.ITSELF, resource, row.deeds(), row.revision(), null),
                    done);
        }
    }

    /** What has left one name and come to another was moved, which both ends tell: that which it left says that it did. */
    private static MemberChange end(MemberChange change, Map<UUID, Long> left, Map<UUID, Long> come) {
        Long from = left.get(change.resourceId());
        Long to = come.get(change.resourceId());
        if (from == null || to == null) {
            return change;
        }
        int moved = (change.deeds() & ~Deed.BOUND.bit()) | Deed.MOVED.bit();
        Long other = change.memberId() == from ? to : change.memberId() == to ? from : null;
        return other == null ? change : ended(change, moved, other);
    }

    private static MemberChange ended(MemberChange change, int deeds, @Nullable Long other) {
        return new MemberChange(
                change.collectionId(),
                change.number(),
                change.memberId(),
                change.resourceId(),
                deeds,
                change.revision(),
                other);
    }

    private static void add(MemberChange change, Map<Place, MemberChange> done) {
        done.merge(new Place(change.memberId(), change.resourceId()), change, MemberChange::and);
    }

    private void place(MappedMember member) {
        MappedMember before = members.put(member.id(), member);
        if (before != null && before.resourceId() != null) {
            names.getOrDefault(before.resourceId(), new LinkedHashSet<>()).remove(member.id());
        }
        if (member.resourceId() != null) {
            names.computeIfAbsent(member.resourceId(), id -> new LinkedHashSet<>())
                    .add(member.id());
        }
    }
}
