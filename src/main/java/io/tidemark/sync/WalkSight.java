package io.tidemark.sync;

import io.tidemark.journal.Mapping;
import io.tidemark.target.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells a walk what the caller may see of the slots that it comes to, a page at a time. */
@ApplicationScoped
class WalkSight {

    @Inject
    private Visibility visibility;

    /** The same slots, each with what the caller may see of it. */
    List<Slot> on(List<Slot> slots, Span span) {
        Set<UUID> present = new HashSet<>();
        Set<UUID> former = new HashSet<>();
        for (Slot slot : slots) {
            if (slot.now() != null && slot.now().collection()) {
                present.add(slot.now().id());
            }
            addCollection(slot.atBound(), present);
            addCollection(slot.before(), former);
        }
        if (present.isEmpty() && former.isEmpty()) {
            return slots;
        }
        Set<UUID> hidden = visibility.hidden(present);
        Set<UUID> formerlyHidden =
                span.since() == Resume.NOTHING ? Set.of() : visibility.hiddenAt(former, span.since());
        return hidden.isEmpty() && formerlyHidden.isEmpty()
                ? slots
                : slots.stream().map(slot -> seen(slot, hidden, formerlyHidden)).toList();
    }

    private static Slot seen(Slot slot, Set<UUID> hidden, Set<UUID> formerlyHidden) {
        boolean now = (slot.now() == null || !hidden.contains(slot.now().id())) && !isIn(slot.atBound(), hidden);
        return slot.with(new Slot.Sight(now, !isIn(slot.before(), formerlyHidden)));
    }

    private static void addCollection(@Nullable Mapping mapping, Set<UUID> collections) {
        if (mapping != null && mapping.collection()) {
            collections.add(mapping.resourceId());
        }
    }

    private static boolean isIn(@Nullable Mapping mapping, Set<UUID> collections) {
        return mapping != null && collections.contains(mapping.resourceId());
    }
}
