package io.tidemark.sync;

import io.tidemark.journal.Mapping;
import io.tidemark.journal.NumberedTree;
import io.tidemark.journal.Sequencer;
import io.tidemark.namespace.MemberRepository;
import io.tidemark.namespace.MemberView;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads what a walk comes to, a page at a time, with as much of its past as the walk must know. */
@ApplicationScoped
class WalkReader {

    @Inject
    private SyncRepository repository;

    @Inject
    private ComparisonRepository comparison;

    @Inject
    private MemberRepository members;

    @EJB
    private Sequencer sequencer;

    @Inject
    private NumberedTree tree;

    @Inject
    private WalkVisibility walkVisibility;

    /** Whether there may be something that the caller may not see. */
    boolean isRestricted() {
        return walkVisibility.isRestricted();
    }

    /** The next slots of a frame, {@code limit} at most. */
    List<ChangedName> page(Frame frame, Span span, int limit) {
        boolean restricted = walkVisibility.isRestricted();
        List<ChangedName> slots = read(frame, span, limit, restricted);
        return restricted ? walkVisibility.on(frame, slots, span) : slots;
    }

    private List<ChangedName> read(Frame frame, Span span, int limit, boolean restricted) {
        Position position = frame.position();
        UUID collection = frame.collection();
        UUID former = frame.former();
        return switch (position.mode()) {
            case WHOLE ->
                collection == null ? List.of() : listed(collection, nameBehind(collection, position), span, limit);
            case CHANGED ->
                collection == null
                        ? List.of()
                        : completed(repository.changed(collection, span, position, limit), span, restricted);
            case LATER ->
                collection == null
                        ? List.of()
                        : completed(
                                repository.changedLater(collection, span.bound(), position.member(), limit),
                                span,
                                restricted);
            case REPLACED, GONE ->
                former == null
                        ? List.of()
                        : comparison.compared(former, collection, span, nameBehind(former, position), limit);
        };
    }

    /**
     * The frame that a walk was in below the last slot of another. It depends on numbers alone, whatever is mapped there by
     * now; so a walk goes on in the collections that it was in.
     *
     * @return empty when the journal has forgotten them
     */
    Optional<Frame> below(Frame frame, Position position, Span span) {
        return changed(frame, span).flatMap(changed -> below(frame, changed, position));
    }

    private static Optional<Frame> below(Frame frame, ChangedName changed, Position position) {
        boolean compares = frame.mode() == Position.Mode.REPLACED || frame.mode() == Position.Mode.GONE;
        UUID former = collectionOf(changed.before());
        UUID present = collectionOf(changed.atBound());
        return switch (position.mode()) {
            case GONE ->
                former == null
                        ? Optional.empty()
                        : Optional.of(frame.below(changed.name(), compares ? present : null, former, position));
            case REPLACED ->
                former == null || present == null
                        ? Optional.empty()
                        : Optional.of(frame.below(changed.name(), present, former, position));
            case WHOLE, CHANGED, LATER ->
                present == null ? Optional.empty() : Optional.of(frame.below(changed.name(), present, null, position));
        };
    }

    private Optional<ChangedName> changed(Frame frame, Span span) {
        long id = frame.position().member();
        UUID collection = frame.collection();
        UUID former = frame.former();
        if (frame.mode() == Position.Mode.REPLACED || frame.mode() == Position.Mode.GONE) {
            return former == null ? Optional.empty() : comparison.compared(former, collection, span, id);
        }
        return collection == null
                ? Optional.empty()
                : repository
                        .name(collection, id)
                        .map(name -> new ChangedName(
                                id,
                                name,
                                0,
                                ChangedName.Marks.UNKNOWN,
                                null,
                                tree.mappedAt(List.of(id), span.since()).get(id),
                                tree.mappedAt(List.of(id), span.bound()).get(id)));
    }

    private static @Nullable UUID collectionOf(@Nullable Mapping mapping) {
        return mapping != null && mapping.collection() ? mapping.resourceId() : null;
    }

    /**
     * Members in the order of names; those that have mapped the same since the bound know what they mapped at it. The
     * sequencer runs after they are read, so that the marks know of all that they show.
     */
    private List<ChangedName> listed(UUID collection, String after, Span span, int limit) {
        List<MemberView> listed = members.list(collection, after, limit);
        sequencer.sequence();
        Set<Long> late = repository.mappedAfter(
                collection, listed.stream().map(MemberView::id).toList(), span.bound());
        return listed.stream()
                .map(member -> ChangedName.listed(member, !late.contains(member.id())))
                .toList();
    }

    /** The name that a frame is behind; one that is gone for ever stands for the beginning. */
    private String nameBehind(UUID collection, Position position) {
        return position.member() == 0
                ? ""
                : repository.name(collection, position.member()).orElse("");
    }

    /**
     * The slots with what they mapped at the ends of the span. Most of them have mapped the same since then. At level 1 it
     * matters only of what was removed, because the URL of a collection has a slash at its end, and where something may be
     * out of the caller's sight.
     */
    private List<ChangedName> completed(List<ChangedName> slots, Span span, boolean restricted) {
        boolean compares = span.isDeep() || restricted;
        Map<Long, Mapping> before = mapped(
                slots, changed -> !changed.isAsAt(span.since()) && (compares || !changed.isFile()), span.since());
        Map<Long, Mapping> atBound = mapped(slots, changed -> compares && !changed.isAsAt(span.bound()), span.bound());
        return slots.stream()
                .map(changed -> changed.with(
                        changed.isAsAt(span.since()) ? changed.mapping() : before.get(changed.id()),
                        changed.isAsAt(span.bound()) ? changed.mapping() : atBound.get(changed.id())))
                .toList();
    }

    private Map<Long, Mapping> mapped(List<ChangedName> slots, Predicate<ChangedName> asked, long change) {
        return tree.mappedAt(slots.stream().filter(asked).map(ChangedName::id).toList(), change);
    }
}
