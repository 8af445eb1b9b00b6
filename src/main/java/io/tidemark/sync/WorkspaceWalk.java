package io.tidemark.sync;

import io.tidemark.sync.Position.Mode;
import io.tidemark.target.ConfiguredTarget;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks down through what a workspace shows, along the marks of each of the trees that it shows as one and that can change, to
 * just what changed after one change and up to another, the bound. It can stop anywhere and be taken up again. What it does at
 * each name, {@link WorkspaceVisit} says. The next walk begins at the bound.
 */
final class WorkspaceWalk extends TreeWalk<WorkspaceFrame, LayeredName> {

    /** Of more collections than this that a client may have seen at one URL, nobody knows the members at a bearable cost. */
    private static final int MOST_COMPARED = 100;

    private final WorkspaceReader reader;

    private WorkspaceWalk(WorkspaceReader reader, Span span) {
        super(span);
        this.reader = reader;
    }

    /** Begins at a collection. */
    static WorkspaceWalk begin(WorkspaceReader reader, Span span, ConfiguredTarget collection) {
        WorkspaceWalk walk = new WorkspaceWalk(reader, span);
        Mode mode = span.since() == Resume.NOTHING ? Mode.WHOLE : Mode.CHANGED;
        walk.enter(WorkspaceFrame.beginning(collection, mode, Set.of(), span));
        return walk;
    }

    /** Goes on where an earlier walk has stopped. Where the way down has changed meanwhile, the next report compares. */
    static WorkspaceWalk resume(
            WorkspaceReader reader, Span span, ConfiguredTarget collection, List<Position> positions) {
        WorkspaceWalk walk = new WorkspaceWalk(reader, span);
        WorkspaceFrame frame =
                WorkspaceFrame.beginning(collection, positions.get(0).mode(), Set.of(), span);
        for (int i = 0; i < positions.size() && frame != null; i++) {
            frame = frame.behind(reader.row(positions.get(i)), positions.get(i));
            walk.enter(frame);
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
        LayeredName name = reader.at(frame, span());
        frame.pass(name);
        return WorkspaceVisit.below(span(), name, mode).orElse(null);
    }

    @Override
    List<LayeredName> page(WorkspaceFrame frame, int limit) {
        return reader.page(frame, span(), limit);
    }

    @Override
    WorkspaceVisit visit(WorkspaceFrame frame, LayeredName name) {
        return WorkspaceVisit.of(span(), frame, name);
    }

    @Override
    boolean turn(WorkspaceFrame frame) {
        return frame.turn(span());
    }

    @Override
    boolean isBearable(WorkspaceFrame below) {
        return below.compared().size() <= MOST_COMPARED;
    }

    @Override
    Position position(WorkspaceFrame frame) {
        return reader.position(frame);
    }
}
