package io.tidemark.sync;

import io.tidemark.sync.Position.Mode;
import io.tidemark.target.FilesTarget;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Walks down from a collection along the marks, to just what changed after one change and up to another, the bound. It goes
 * through each collection in the order of marks; marks only ever rise, and what rises meanwhile rises past the bound. So
 * it can stop anywhere and be taken up again, and finds what has risen at the end. What it does at each name,
 * {@link Visit} says. The next walk begins at the bound.
 */
final class SyncWalk implements Walk {

    private final WalkReader reader;
    private final Span span;
    private final Deque<Frame> frames = new ArrayDeque<>();

    private SyncWalk(WalkReader reader, Span span) {
        this.reader = reader;
        this.span = span;
    }

    /** Begins at a collection. */
    static SyncWalk begin(WalkReader reader, Span span, FilesTarget collection) {
        SyncWalk walk = new SyncWalk(reader, span);
        boolean first = span.since() == Resume.NOTHING;
        walk.frames.push(Frame.of(collection, first ? Position.beginning(Mode.WHOLE) : Position.after(span.since())));
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
                walk.frames.push(above);
            });
            frame = frame.flatMap(above -> reader.below(above, position, span));
        }
        frame.ifPresent(walk.frames::push);
        return walk;
    }

    /** The collections that it is in, and those above them. */
    Set<UUID> collections() {
        return frames.stream().flatMap(frame -> frame.lineage().stream()).collect(Collectors.toSet());
    }

    @Override
    public List<SyncItem> next(int limit) {
        List<SyncItem> items = new ArrayList<>();
        while (items.size() < limit && !frames.isEmpty()) {
            Frame frame = frames.element();
            ChangedName changed = next(frame, limit - items.size());
            if (changed == null) {
                end(frame);
            } else if (frame.mode() != Mode.LATER || !frame.hasPassed(changed.id())) {
                visit(frame, changed, items);
            }
        }
        return items;
    }

    private void visit(Frame frame, ChangedName changed, List<SyncItem> items) {
        if (frame.mode() == Mode.CHANGED) {
            frame.pass(changed.id());
        }
        Visit visit = Visit.of(span, frame, changed);
        if (visit.item() != null) {
            items.add(visit.item());
        }
        if (visit.below() != null) {
            frames.push(visit.below());
        }
    }

    private void end(Frame frame) {
        if (frame.mode() == Mode.REPLACED) {
            frame.turnToWhole();
        } else if (frame.mode() == Mode.CHANGED && (span.isDeep() || reader.isRestricted())) {
            frame.turnToLater();
        } else {
            frames.pop();
        }
    }

    @Override
    public Span span() {
        return span;
    }

    @Override
    public Resume position() {
        List<Position> positions = new ArrayList<>();
        Iterator<Frame> down = frames.descendingIterator();
        down.forEachRemaining(frame -> positions.add(frame.position()));
        return new Resume(span.level(), span.since(), positions);
    }

    private @Nullable ChangedName next(Frame frame, int wanted) {
        if (frame.ahead().needsPage()) {
            int size = frame.ahead().pageSize(wanted);
            List<ChangedName> page = reader.page(frame, span, size);
            frame.ahead().fill(page, page.size() < size);
        }
        return frame.next();
    }
}
