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
    static Visit of(Span span, Frame frame, ChangedName changed) {
        if (changed.isForgottenByNext()
                && (frame.mode() == Mode.LATER || changed.now() != null || changed.atBound() != null)) {
            return frame.mode() == Mode.WHOLE ? NOTHING : vanished(frame, changed);
        }
        return switch (frame.mode()) {
            case WHOLE -> whole(span, frame, changed);
            case REPLACED, GONE -> compared(span, frame, changed);
            case CHANGED, LATER -> span.isDeep() ? changed(span, frame, changed) : flat(frame, changed);
        };
    }

    /**
     * At level 1, at a name to which something changed. What changed once more after the bound is told by the next report,
     * which begins there.
     */
    private static Visit flat(Frame frame, ChangedName changed) {
        if (frame.mode() == Mode.LATER) {
            return changed.now() == null || changed.isHidden() ? vanished(frame, changed) : NOTHING;
        }
        if (changed.now() == null) {
            return changed.wasHidden() ? NOTHING : new Visit(told(frame, changed), null);
        }
        if (changed.isHidden()) {
            return vanished(frame, changed);
        }
        return new Visit(told(frame, changed), null);
    }

    /** Where something is that the caller may not see: if it could see what was there, that is gone for it. */
    private static Visit vanished(Frame frame, ChangedName changed) {
        return changed.mayBeKnown() ? new Visit(SyncItem.of(frame.gone(changed)), null) : NOTHING;
    }

    /** In a collection that is new to the client: all that was there at the bound, and still is. So the walk ends. */
    private static Visit whole(Span span, Frame frame, ChangedName changed) {
        if (changed.atBound() == null || changed.isHidden()) {
            return NOTHING;
        }
        return changed.isFile() || !span.isDeep()
                ? new Visit(told(frame, changed), null)
                : entered(span, frame, changed, true, Mode.WHOLE);
    }

    /** In a collection that was here before: what the client may know and is not in the one that is here at the bound. */
    private static Visit compared(Span span, Frame frame, ChangedName changed) {
        Mapping former = changed.before();
        if (changed.wasHidden() || (former == null && changed.marks().number() <= span.since())) {
            return NOTHING;
        }
        if (changed.isHidden()) {
            return vanished(frame, changed);
        }
        Mapping present = changed.atBound();
        if (present == null) {
            return new Visit(told(frame, changed), null);
        }
        return changed.wasCollection()
                ? new Visit(null, compare(frame, changed, changed.isCollectionAtBound()))
                : NOTHING;
    }

    /** In a collection that the client knows, at a name to which or below which something changed. */
    private static Visit changed(Span span, Frame frame, ChangedName changed) {
        if (isOwedByNext(span, frame, changed)) {
            return NOTHING;
        }
        ResourceView now = changed.now();
        boolean news = changed.marks().number() > span.since();
        if (now == null) {
            return changed.wasHidden() ? NOTHING : new Visit(told(frame, changed), null);
        }
        if (!now.collection()) {
            return new Visit(
                    news || !changed.isNumbered() ? told(frame, changed) : null,
                    changed.wasCollection() && !changed.wasHidden() ? compare(frame, changed, false) : null);
        }
        if (changed.isHidden()) {
            return vanished(frame, changed);
        }
        Mapping atBound = changed.atBound();
        boolean remapped = atBound == null || atBound.mapped() > span.since();
        boolean deeper = changed.marks().below() > span.since();
        if (atBound == null || !atBound.resourceId().equals(now.id())) {
            // The next report tells what is here now, but knows nothing of what has changed in the one that was here.
            return changed.wasCollection() && !changed.wasHidden() && (remapped || deeper)
                    ? new Visit(SyncItem.of(frame.gone(changed)), null)
                    : NOTHING;
        }
        if (changed.wasHidden()) {
            return entered(span, frame, changed, true, Mode.WHOLE);
        }
        if (remapped) {
            return entered(span, frame, changed, news, changed.wasCollection() ? Mode.REPLACED : Mode.WHOLE);
        }
        return entered(span, frame, changed, news, deeper ? Mode.CHANGED : null);
    }

    /** Whether the next report does all that is to be done here: then this one ends, also while others write. */
    private static boolean isOwedByNext(Span span, Frame frame, ChangedName changed) {
        return frame.mode() == Mode.LATER
                && changed.marks().number() > span.bound()
                && !changed.wasCollection()
                && !changed.isCollectionAtBound();
    }

    /** Tells of a collection that is there now and was at the bound, and goes below it as far as reports do. */
    private static Visit entered(Span span, Frame frame, ChangedName changed, boolean news, @Nullable Mode mode) {
        ResourceView collection = Objects.requireNonNull(changed.now());
        FilesTarget target = frame.target(changed);
        if (collection.syncBoundary()) {
            return new Visit(news ? SyncItem.boundary(target) : null, null);
        }
        SyncItem item = news ? SyncItem.of(target) : null;
        if (mode == null) {
            return new Visit(item, null);
        }
        Mapping former = mode == Mode.REPLACED ? changed.before() : null;
        return new Visit(
                item,
                frame.below(
                        changed.name(),
                        collection.id(),
                        former == null ? null : former.resourceId(),
                        mode == Mode.CHANGED ? Position.after(span.since()) : Position.beginning(mode)));
    }

    /** Goes through the collection that was at a slot before, to compare it with the one there at the bound, or none. */
    private static Frame compare(Frame frame, ChangedName changed, boolean withPresent) {
        Mapping present = withPresent ? changed.atBound() : null;
        return frame.below(
                changed.name(),
                present == null ? null : present.resourceId(),
                Objects.requireNonNull(changed.before()).resourceId(),
                Position.beginning(Mode.GONE));
    }

    private static SyncItem told(Frame frame, ChangedName changed) {
        return SyncItem.of(frame.target(changed));
    }
}
