package io.tidemark.sync;

import io.tidemark.sync.Position.Mode;
import io.tidemark.target.FilesTarget;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Walks down from a collection along the marks, to just what changed after one change and up to another, the bound. It goes
 * through each collection in the order of marks; marks only ever rise, and what rises meanwhile rises past the bound. So
 * it can stop anywhere and be taken up again, and finds what has risen at the end. What it does at each name,
 * {@link Visit} says. The next walk begins at the bound.
 */
final class SyncWalk extends TreeWalk<Frame, ChangedName> {

    private final WalkReader reader;

    private SyncWalk(WalkReader reader, Span span) {
        super(span);
        this.reader = reader;
    }

    /** Begins at a collection. */
    static SyncWalk begin(WalkReader reader, Span span, FilesTarget collection) {
        SyncWalk walk = new SyncWalk(reader, span);
        boolean first = span.since() == Resume.NOTHING;
        walk.enter(Frame.of(collection, first ? Position.beginning(Mode.WHOLE) : Position.after(span.since())));
        return walk;
    }

    /** One that has nothing to report. */
    static SyncWalk ended(WalkReader reader, Span span) {
        return new SyncWalk(reader, span);
    }

    /** Goes on where an earlier walk has stopped. */
    static SyncWalk resume(WalkReader reader, Span span, FilesTarget collection, List<Position> positions) {
        SyncWalk walk = new SyncWalk(reader, span);
        Optional<Frame> frame = Optional.of(Frame.of(collection, positions.get(0)));
        for (Position position : positions.subList(1, positions.size())) {
            frame.ifPresent(above -> {
                above.resume();
                walk.enter(above);
            });
            frame = frame.flatMap(above -> reader.below(above, position, span));
        }
        frame.ifPresent(walk::enter);
        return walk;
    }

    /** The collections that it is in, and those above them. */
    Set<UUID> collections() {
        return frames().flatMap(frame -> frame.lineage().stream()).collect(Collectors.toSet());
    }

    @Override
    List<ChangedName> page(Frame frame, int limit) {
        return reader.page(frame, span(), limit);
    }

    @Override
    Visit visit(Frame frame, ChangedName changed) {
        return Visit.of(span(), frame, changed);
    }

    @Override
    boolean turn(Frame frame) {
        boolean later = frame.mode() == Mode.CHANGED && (span().isDeep() || reader.isRestricted());
        if (frame.mode() == Mode.REPLACED || later) {
            frame.turn(Position.beginning(later ? Mode.LATER : Mode.WHOLE));
            return true;
        }
        return false;
    }
}
