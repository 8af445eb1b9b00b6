package io.tidemark.sync;

import io.tidemark.journal.Mapping;
import io.tidemark.namespace.ResourceView;
import io.tidemark.sync.Position.Mode;
import io.tidemark.target.FilesTarget;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a walk does at one name: tell of it, go below it, both or neither.
 *
 * <p>Two rules make reports exact. A walk goes below a collection only if it is there now and was at the bound; so all
 * that a client knows, once it has the token for the bound, is in a collection of the tree as it was at the bound. And
 * where a walk begins with a collection in which it was not at the beginning of its span, it compares it with the one that
 * was there: every name at which something was mapped then, or that was touched since, for a client may know it. What
 * changed after the bound may be told too soon, or not yet: the next walk begins at the bound, and meets it again.
 *
 * <p>What the caller may not see does not show: a collection that it may see no more is told as gone, one that it may see by
 * now is told with all that is in it. Where there are such, the client is told of nothing that it could not see, or that
 * was not there, at the bound: should something hidden be there by the next report, that one would not know of the client's
 * having anything.
 *
 * @param item what to tell; null for nothing
 * @param below where to go on; null for nowhere
 */
record Visit(@Nullable SyncItem item, @Nullable Frame below) implements TreeWalk.Visited<Frame> {

    private static final Visit NOTHING = new Visit(null, null);

    /** Visits a slot that a frame has come to. */
    static Visit of(Span span, Frame frame, Slot slot) {
        if (slot.isForgottenByNext() && (frame.mode() == Mode.LATER || slot.now() != null || slot.atBound() != null)) {
            return frame.mode() == Mode.WHOLE ? NOTHING : vanished(frame, slot);
        }
        return switch (frame.mode()) {
            case WHOLE -> whole(span, frame, slot);
            case REPLACED, GONE -> compared(span, frame, slot);
            case CHANGED, LATER -> span.isDeep() ? changed(span, frame, slot) : flat(frame, slot);
        };
    }

    /**
     * At level 1, at a name to which something changed. What changed once more after the bound is told by the next report,
     * which begins there.
     */
    private static Visit flat(Frame frame, Slot slot) {
        if (frame.mode() == Mode.LATER) {
            return slot.now() == null || slot.isHidden() ? vanished(frame, slot) : NOTHING;
        }
        if (slot.now() == null) {
            return slot.wasHidden() ? NOTHING : new Visit(told(frame, slot), null);
        }
        if (slot.isHidden()) {
            return vanished(frame, slot);
        }
        return new Visit(told(frame, slot), null);
    }

    /** Where something is that the caller may not see: if it could see what was there, that is gone for it. */
    private static Visit vanished(Frame frame, Slot slot) {
        return slot.mayBeKnown() ? new Visit(SyncItem.of(frame.gone(slot)), null) : NOTHING;
    }

    /** In a collection that is new to the client: all that was there at the bound, and still is. So the walk ends. */
    private static Visit whole(Span span, Frame frame, Slot slot) {
        if (slot.atBound() == null || slot.isHidden()) {
            return NOTHING;
        }
        return slot.isFile() || !span.isDeep()
                ? new Visit(told(frame, slot), null)
                : entered(span, frame, slot, true, Mode.WHOLE);
    }

    /** In a collection that was here before: what the client may know and is not in the one that is here at the bound. */
    private static Visit compared(Span span, Frame frame, Slot slot) {
        Mapping former = slot.before();
        if (slot.wasHidden() || (former == null && slot.marks().number() <= span.since())) {
            return NOTHING;
        }
        if (slot.isHidden()) {
            return vanished(frame, slot);
        }
        Mapping present = slot.atBound();
        if (present == null) {
            return new Visit(told(frame, slot), null);
        }
        return slot.wasCollection() ? new Visit(null, compare(frame, slot, slot.isCollectionAtBound())) : NOTHING;
    }

    /** In a collection that the client knows, at a name to which or below which something changed. */
    private static Visit changed(Span span, Frame frame, Slot slot) {
        if (isOwedByNext(span, frame, slot)) {
            return NOTHING;
        }
        ResourceView now = slot.now();
        boolean news = slot.marks().number() > span.since();
        if (now == null) {
            return slot.wasHidden() ? NOTHING : new Visit(told(frame, slot), null);
        }
        if (!now.collection()) {
            return new Visit(
                    news || !slot.isNumbered() ? told(frame, slot) : null,
                    slot.wasCollection() && !slot.wasHidden() ? compare(frame, slot, false) : null);
        }
        if (slot.isHidden()) {
            return vanished(frame, slot);
        }
        Mapping atBound = slot.atBound();
        boolean remapped = atBound == null || atBound.mapped() > span.since();
        boolean deeper = slot.marks().below() > span.since();
        if (atBound == null || !atBound.resourceId().equals(now.id())) {
            // The next report tells what is here now, but knows nothing of what has changed in the one that was here.
            return slot.wasCollection() && !slot.wasHidden() && (remapped || deeper)
                    ? new Visit(SyncItem.of(frame.gone(slot)), null)
                    : NOTHING;
        }
        if (slot.wasHidden()) {
            return entered(span, frame, slot, true, Mode.WHOLE);
        }
        if (remapped) {
            return entered(span, frame, slot, news, slot.wasCollection() ? Mode.REPLACED : Mode.WHOLE);
        }
        return entered(span, frame, slot, news, deeper ? Mode.CHANGED : null);
    }

    /** Whether the next report does all that is to be done here: then this one ends, also while others write. */
    private static boolean isOwedByNext(Span span, Frame frame, Slot slot) {
        return frame.mode() == Mode.LATER
                && slot.marks().number() > span.bound()
                && !slot.wasCollection()
                && !slot.isCollectionAtBound();
    }

    /** Tells of a collection that is there now and was at the bound, and goes below it as far as reports do. */
    private static Visit entered(Span span, Frame frame, Slot slot, boolean news, @Nullable Mode mode) {
        ResourceView collection = Objects.requireNonNull(slot.now());
        FilesTarget target = frame.target(slot);
        if (collection.syncBoundary()) {
            return new Visit(news ? SyncItem.boundary(target) : null, null);
        }
        SyncItem item = news ? SyncItem.of(target) : null;
        if (mode == null) {
            return new Visit(item, null);
        }
        Mapping former = mode == Mode.REPLACED ? slot.before() : null;
        return new Visit(
                item,
                frame.below(
                        slot.name(),
                        collection.id(),
                        former == null ? null : former.resourceId(),
                        mode == Mode.CHANGED ? Position.after(span.since()) : Position.beginning(mode)));
    }

    /** Goes through the collection that was at a slot before, to compare it with the one there at the bound, or none. */
    private static Frame compare(Frame frame, Slot slot, boolean withPresent) {
        Mapping present = withPresent ? slot.atBound() : null;
        return frame.below(
                slot.name(),
                present == null ? null : present.resourceId(),
                Objects.requireNonNull(slot.before()).resourceId(),
                Position.beginning(Mode.GONE));
    }

    private static SyncItem told(Frame frame, Slot slot) {
        return SyncItem.of(frame.target(slot));
    }
}
