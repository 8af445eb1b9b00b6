package io.tidemark.sync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A walk down from a collection through what a report tells. It can stop anywhere and be taken up again. This is how a walk
 * goes; what it reads, and what it does at each name, its two kinds say.
 *
 * @param <F> the part of the walk that is in one collection
 * @param <N> what it finds at a name
 */
abstract class TreeWalk<F extends WalkFrame<N>, N extends WalkFrame.Name> {

    private final Span span;
    private final Deque<F> frames = new ArrayDeque<>();
    private boolean broken;

    TreeWalk(Span span) {
        this.span = span;
    }

    /** What is done at a name: tell of it, go below it, both or neither. */
    interface Visited<F> {

        /** What to tell; null for nothing. */
        @Nullable
        SyncItem item();

        /** Where to go on; null for nowhere. */
        @Nullable
        F below();
    }

    /** The next names of a frame; less than {@code limit} when there are no more. */
    abstract List<N> page(F frame, int limit);

    /** Visits a name that a frame has come to. */
    abstract Visited<F> visit(F frame, N name);

    /** Goes on in a frame when all names are visited that a walk goes through in one way; says false at the end. */
    abstract boolean turn(F frame);

    /** Whether what is below a name can be told at a bearable cost. */
    boolean isBearable(F below) {
        return true;
    }

    /** Where a frame is, for an answer that goes on there. */
    Position position(F frame) {
        return frame.position();
    }

    /** Goes down into a collection. */
    final void enter(F frame) {
        frames.push(frame);
    }

    /** Where the walk is, from the innermost frame up. */
    final Stream<F> frames() {
        return frames.stream();
    }

    /** The next member URLs, {@code limit} at most; none when the walk is at its end. */
    final List<SyncItem> next(int limit) {
        List<SyncItem> items = new ArrayList<>();
        while (items.size() < limit && !frames.isEmpty() && !broken) {
            F frame = frames.element();
            N name = next(frame, limit - items.size());
            if (name == null) {
                if (!turn(frame)) {
                    frames.pop();
                }
            } else if (!frame.hasPassed(name)) {
                visit(frame, name, items);
            }
        }
        return items;
    }

    private @Nullable N next(F frame, int wanted) {
        if (frame.ahead().needsPage()) {
            int size = frame.ahead().pageSize(wanted);
            List<N> page = page(frame, size);
            frame.ahead().fill(page, page.size() < size);
        }
        return frame.next();
    }

    private void visit(F frame, N name, List<SyncItem> items) {
        if (frame.isByMarks()) {
            frame.pass(name);
        }
        Visited<F> visited = visit(frame, name);
        if (visited.item() != null) {
            items.add(visited.item());
        }
        F below = visited.below();
        if (below != null) {
            enter(below);
            broken = !isBearable(below);
        }
    }

    /** Whether what it came to cannot be told member by member: the client must begin anew. */
    final boolean isBroken() {
        return broken;
    }

    /** What it reports. */
    final Span span() {
        return span;
    }

    /** Where the walk is. */
    final Resume position() {
        List<Position> positions = new ArrayList<>();
        Iterator<F> down = frames.descendingIterator();
        down.forEachRemaining(frame -> positions.add(position(frame)));
        return new Resume(
                span.level(), span.since(), positions.isEmpty() ? List.of(Position.after(span.since())) : positions);
    }
}
