package io.tidemark.sync;

import io.tidemark.journal.Mapping;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells a walk what the caller may see of the slots that it comes to, a page at a time. */
@ApplicationScoped
class WalkVisibility {

    @Inject
    private Visibility visibility;

    /** Whether there may be something that the caller may not see. */
    boolean isRestricted() {
        return visibility.isRestricted();
    }

    /** The slots of a frame in a restricted store, each with what the caller may see of it. */
    List<ChangedName> on(Frame frame, List<ChangedName> slots, Span span) {
        return FilesTarget.isAtName(frame.path()) ? named(slots, span) : held(slots);
    }

    /**
     * Revisions in checkin sets, and the sets themselves: who may see them has nothing to do with where they are. When that changes,
     * tokens end.
     */
    private List<ChangedName> held(List<ChangedName> slots) {
        Map<UUID, Boolean> known = new HashMap<>();
        return slots.stream()
                .map(changed -> changed.with(new ChangedName.VisibilitySnapshot(
                        changed.now() == null || shows(changed.now().id(), known),
                        changed.atBound() != null && shows(changed.atBound().resourceId(), known),
                        changed.before() != null && shows(changed.before().resourceId(), known),
                        false)))
                .toList();
    }

    private boolean shows(UUID resource, Map<UUID, Boolean> known) {
        return known.computeIfAbsent(resource, visibility::shows);
    }

    private List<ChangedName> named(List<ChangedName> slots, Span span) {
        boolean first = span.since() == Resume.NOTHING;
        Set<UUID> now = visibility.hidden(collections(slots, ChangedName::mapping));
        Set<UUID> atBound = visibility.hiddenAt(collections(slots, ChangedName::atBound), span.bound());
        Set<UUID> before =
                first ? Set.of() : visibility.hiddenAt(collections(slots, ChangedName::before), span.since());
        // While nobody kept anything to himself, reports told of what came after their bound.
        boolean early = !first && !visibility.wasRestricted(span.since());
        return slots.stream()
                .map(changed -> changed.with(new ChangedName.VisibilitySnapshot(
                        !isIn(changed.mapping(), now),
                        changed.atBound() != null && !isIn(changed.atBound(), atBound),
                        !isIn(changed.before(), before),
                        early)))
                .toList();
    }

    private static Set<UUID> collections(List<ChangedName> slots, Function<ChangedName, @Nullable Mapping> mapped) {
        Set<UUID> collections = new HashSet<>();
        for (ChangedName changed : slots) {
            Mapping mapping = mapped.apply(changed);
            if (mapping != null && mapping.collection()) {
                collections.add(mapping.resourceId());
            }
        }
        return collections;
    }

    private static boolean isIn(@Nullable Mapping mapping, Set<UUID> collections) {
        return mapping != null && collections.contains(mapping.resourceId());
    }
}
