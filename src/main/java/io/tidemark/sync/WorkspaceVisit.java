package io.tidemark.sync;

import io.tidemark.sync.LayeredName.Past;
import io.tidemark.sync.Position.Mode;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.NamedTarget;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a walk through a workspace does at one name: tell of it, go below it, both or neither.
 *
 * <p>What it tells is what the workspace shows at this moment, which no tree knows alone. Two rules make that exact. A walk
 * goes below a collection only if, in every tree, what makes its name was the same at the walk's bound; so all that a client
 * knows, once it has the token for the bound, is in a collection made of what it was made of then. And below a name that was
 * made of something else at the beginning of the walk's span, it compares: it tells every name that the client may know from
 * then, as it is now or as gone. What changed after the bound may be told too soon, or not yet: the next walk begins at the
 * bound, and meets it again.
 *
 * @param item what to tell; null for nothing
 * @param below where to go on; null for nowhere
 */
record WorkspaceVisit(@Nullable SyncItem item, @Nullable WorkspaceFrame below)
        implements TreeWalk.Visited<WorkspaceFrame> {

    private static final WorkspaceVisit NOTHING = new WorkspaceVisit(null, null);

    /** Visits a name that a frame has come to. */
    static WorkspaceVisit of(Span span, WorkspaceFrame frame, LayeredName name) {
        return switch (frame.mode()) {
            case WHOLE -> name.now().isMapped() ? entered(span, name, true, Mode.WHOLE) : NOTHING;
            case CHANGED, LATER -> changed(span, frame, name);
            case REPLACED, GONE -> compared(span, name, true);
        };
    }

    /** In a collection that is made of what it was, at a name to which or below which something changed. */
    private static WorkspaceVisit changed(Span span, WorkspaceFrame frame, LayeredName name) {
        boolean news = name.isTouched(span.since(), frame.mode() == Mode.LATER ? span.bound() : Long.MAX_VALUE);
        if (name.isAsAt(span.since())) {
            return name.now().isMapped()
                    ? entered(span, name, news, name.isDeeper(span.since()) ? Mode.CHANGED : null)
                    : NOTHING;
        }
        if (span.isDeep() ? name.isAsAt(span.bound()) : news) {
            return compared(span, name, name.past().something());
        }
        return owed(name);
    }

    /**
     * Where the next report tells what is here now, but knows nothing of what was here at the beginning of this one: that is
     * gone until then.
     */
    private static WorkspaceVisit owed(LayeredName name) {
        return name.past().collections().isEmpty() ? NOTHING : new WorkspaceVisit(gone(name), null);
    }

    /** At a name that is made of something else than it was. */
    private static WorkspaceVisit compared(Span span, LayeredName name, boolean known) {
        Past past = name.past();
        boolean collections = !past.collections().isEmpty();
        if (!name.now().isMapped()) {
            return known ? new WorkspaceVisit(gone(name), null) : NOTHING;
        }
        if (span.isDeep() && collections && name.now().isCollection() && !name.isAsAt(span.bound())) {
            return owed(name);
        }
        return entered(span, name, true, collections ? Mode.REPLACED : Mode.WHOLE);
    }

    private static SyncItem gone(LayeredName name) {
        boolean collection = !name.past().collections().isEmpty();
        return SyncItem.of(NamedTarget.missing(name.now().path().asCollection(collection), List.of()));
    }

    private static WorkspaceVisit entered(Span span, LayeredName name, boolean news, @Nullable Mode mode) {
        ConfiguredTarget now = name.now();
        boolean boundary = span.isDeep() && now.isCollection() && now.mapped().syncBoundary();
        SyncItem item = news ? (boundary ? SyncItem.boundary(now) : SyncItem.of(now)) : null;
        WorkspaceFrame below = mode == null
                ? null
                : below(span, name, now.isCollection() || mode != Mode.REPLACED ? mode : Mode.GONE)
                        .orElse(null);
        return new WorkspaceVisit(item, below);
    }

    /** The frame below a name in which a walk goes in one way; empty where it must not, or not any more. */
    static Optional<WorkspaceFrame> below(Span span, LayeredName name, Mode mode) {
        ConfiguredTarget now = name.now();
        boolean compares = mode == Mode.REPLACED || mode == Mode.GONE;
        boolean leads = mode == Mode.GONE
                ? now.isMapped() && !now.isCollection()
                : now.isCollection() && !now.mapped().syncBoundary();
        boolean same = mode == Mode.GONE
                || name.isAsAt(mode == Mode.CHANGED || mode == Mode.LATER ? span.since() : span.bound());
        Set<UUID> former = compares ? name.past().collections() : Set.of();
        return span.isDeep() && leads && same
                ? Optional.of(WorkspaceFrame.beginning(now, mode, former, span))
                : Optional.empty();
    }
}
