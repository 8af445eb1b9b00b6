package io.tidemark.sync;

import io.tidemark.journal.Mapping;
import io.tidemark.namespace.ResourceView;
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

    /** Whether there may be something that the caller may not see. */
    boolean isRestricted() {
        return visibility.isRestricted();
    }

    /** The same slots, each with what the caller may see of it. */
    List<Slot> on(List<Slot> slots, Span span) {
        Set<UUID> present = new HashSet<>();
        Set<UUID> former = new HashSet<>();
        for (Slot slot : slots) {
            if (slot.now() != null && slot.now().collection()) {
                present.add(slot.now().id());
            }
            addCollection(slot.before(), former);
        }
        if ((present.isEmpty() && former.isEmpty()) || !visibility.isRestricted()) {
            return slots;
        }
        Set<UUID> hidden = new HashSet<>(visibility.hidden(present));
        hidden.addAll(visibility.hiddenAt(present, span.bound()));
        Set<UUID> formerlyHidden =
                span.since() == Resume.NOTHING ? Set.of() : visibility.hiddenAt(former, span.since());
        return slots.stream()
                .map(slot ->
                        slot.with(new Slot.Sight(isSeen(slot, span, hidden), !isIn(slot.before(), formerlyHidden))))
                .toList();
    }

    /**
     * The next report begins with what could be seen at the bound. So no collection is told that could not, or was not there:
     * should it be hidden by then, the next report would not know that the client has it.
     */
    private static boolean isSeen(Slot slot, Span span, Set<UUID> hidden) {
        ResourceView now = slot.now();
        if (now == null || !now.collection()) {
            return true;
        }
        boolean settled = span.isDeep() || slot.atBound() != null || slot.isAsAt(span.bound());
        return settled && !hidden.contains(now.id());
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
