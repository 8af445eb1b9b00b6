package io.tidemark.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a batch of changes touched, with the number of the newest change that did. */
final class ChangeSet {

    /** A member that was mapped, or unmapped, by a change. */
    record Event(long memberId, @Nullable UUID resourceId, long number) {}

    private final Map<Long, Long> members = new HashMap<>();
    private final Map<UUID, Long> resources = new HashMap<>();
    private final Set<UUID> changed = new HashSet<>();
    private final List<Event> events = new ArrayList<>();
    private final Map<Long, List<JournalRow>> rows = new LinkedHashMap<>();

    /** Adds a row of a change; changes come in the order of their numbers. */
    void add(JournalRow row, long number) {
        rows.computeIfAbsent(number, change -> new ArrayList<>()).add(row);
        if (row.memberId() != null) {
            members.merge(row.memberId(), number, Math::max);
            events.add(new Event(row.memberId(), row.resourceId(), number));
        } else if (row.resourceId() != null) {
            resources.merge(row.resourceId(), number, Math::max);
            if (row.kind() == ChangeKind.CHANGED) {
                changed.add(row.resourceId());
            }
        }
    }

    /** The members touched by name. */
    Map<Long, Long> members() {
        return members;
    }

    /** The resources touched wherever they are mapped. */
    Map<UUID, Long> resources() {
        return resources;
    }

    /** Whether all that happened to a resource is that it has a newer revision, which a member shows or not. */
    boolean isAdvanced(UUID resource) {
        return resources.containsKey(resource) && !changed.contains(resource);
    }

    /** The rows of each change, by its number, in order. */
    Map<Long, List<JournalRow>> rows() {
        return rows;
    }

    /** What happened at the members, in order. */
    List<Event> events() {
        return events;
    }
}
