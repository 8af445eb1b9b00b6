package io.tidemark.sync;

import io.tidemark.sync.Position.Mode;
import io.tidemark.target.ConfiguredTarget;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks down through what a workspace shows, along the marks of each of the trees that it shows as one and that can change, to
 * just what changed after one change and up to another, the bound. It can stop anywhere and be taken up again. What it does at
 * each name, {@link WorkspaceVisit} says. The next walk begins at the bound.
 */
final class WorkspaceWalk implements Walk {

    /** Of more collections than this that a client may have seen at one URL, nobody knows the members at a bearable cost. */
    private static final int MOST_COMPARED = 100;

    private final WorkspaceReader reader;
    private final Span span;
    private final Deque<WorkspaceFrame> frames = new ArrayDeque<>();
    private boolean broken;

    private WorkspaceWalk(WorkspaceReader reader, Span span) {
        this.reader = reader;
        this.span = span;
    }

    /** Begins at a collection. */
    static WorkspaceWalk begin(WorkspaceReader reader, Span span, ConfiguredTarget collection) {
        WorkspaceWalk walk = new WorkspaceWalk(reader, span);
        Mode mode = span.since() == Resume.NOTHING ? Mode.WHOLE : Mode.CHANGED;
        walk.frames.push(WorkspaceFrame.beginning(collection, mode, Set.of(), span));
        return walk;
    }

    /** Goes on where an earlier walk has stopped. Where the way down has changed meanwhile, the next report compares. */
    static WorkspaceWalk resume(WorkspaceReader reader, Span span, ConfiguredTarget collection, List<Position> positions) {
        WorkspaceWalk walk = new WorkspaceWalk(reader, span);
        WorkspaceFrame frame =
                WorkspaceFrame.beginning(collection, positions.get(0).mode(), Set.of(), span);
        for (int i = 0; i < positions.size() && frame != null; i++) {
            frame = frame.behind(reader.row(positions.get(i)), positions.get(i));
            walk.frames.push(frame);
            frame = i + 1 < positions.size()
                    ? walk.below(frame, positions.get(i + 1).mode())
                    : null;
        }
        return walk;
    }

    private @Nullable WorkspaceFrame below(WorkspaceFrame frame, Mode mode) {
        if (frame.last().isEmpty()) {
            return null;
        }
        LaidName name = reader.at(frame, span);
        frame.pass(name);
        return WorkspaceVisit.below(span, name, mode).orElse(null);
    }

    @Override
    public List<SyncItem> next(int limit) {
        List<SyncItem> items = new ArrayList<>();
        while (items.size() < limit && !frames.isEmpty() && !broken) {
            WorkspaceFrame frame = frames.element();
            LaidName name = next(frame, limit - items.size());
            if (name != null) {
                visit(frame, name, items);
            } else if (!frame.turn(span)) {
                frames.pop();
            }
        }
        return items;
    }

    private void visit(WorkspaceFrame frame, LaidName name, List<SyncItem> items) {
        if (frame.hasPassed(name)) {
            return;
        }
        if (frame.mode() == Mode.CHANGED || frame.mode() == Mode.LATER) {
            frame.pass(name);
        }
        WorkspaceVisit visit = WorkspaceVisit.of(span, frame, name);
        if (visit.item() != null) {
            items.add(visit.item());
        }
        if (visit.below() != null) {
            frames.push(visit.below());
            broken = visit.below().compared().size() > MOST_COMPARED;
        }
    }

    private @Nullable LaidName next(WorkspaceFrame frame, int wanted) {
        if (frame.ahead().needsPage()) {
            WorkspaceReader.Page page = reader.page(frame, span, frame.ahead().pageSize(wanted));
            frame.ahead().fill(page.names(), page.last());
        }
        return frame.next();
    }

    @Override
    public boolean isBroken() {
        return broken;
    }

    @Override
    public Span span() {
        return span;
    }

    @Override
    public Resume position() {
        List<Position> positions = new ArrayList<>();
        Iterator<WorkspaceFrame> down = frames.descendingIterator();
        down.forEachRemaining(frame -> positions.add(reader.position(frame)));
        return new Resume(
                span.level(), span.since(), positions.isEmpty() ? List.of(Position.after(span.since())) : positions);
    }
}
