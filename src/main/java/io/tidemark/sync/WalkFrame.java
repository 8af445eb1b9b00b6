package io.tidemark.sync;

import io.tidemark.sync.Position.Mode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a walk that is in one collection: how far it has come, and what it has read ahead. */
abstract class WalkFrame<N extends WalkFrame.Name> {

    private final ReadAhead<N> ahead = new ReadAhead<>();
    private final PassedMembers passed = new PassedMembers();
    private Position position;

    WalkFrame(Position position) {
        this.position = position;
    }

    /** A name, as a walk finds it. */
    interface Name {

        /** The row by which the walk came to it. */
        long id();

        /** Where it comes among the members that a walk reads by their marks. */
        long order();

        /** All rows by whose marks a walk may come to it. */
        List<Long> marked();
    }

    final Mode mode() {
        return position.mode();
    }

    final Position position() {
        return position;
    }

    /** Whether the walk goes by marks here: then a name may come twice. */
    final boolean isByMarks() {
        return mode() == Mode.CHANGED || mode() == Mode.LATER;
    }

    /** What was read ahead of the names. */
    final ReadAhead<N> ahead() {
        return ahead;
    }

    /** The next name, which the frame is behind from now on; null when there is none. */
    @Nullable
    N next() {
        N next = ahead.next();
        if (next != null) {
            position = position.behind(next.order(), next.id());
        }
        return next;
    }

    /** Takes a walk up again that has stopped behind, or below, the name at a position. */
    final void enter(Position stopped) {
        position = stopped;
        ahead.enter();
    }

    /** Goes on from a position with other names. */
    final void turn(Position to) {
        passed.turn();
        position = to;
        ahead.restart();
    }

    /** Notes that a row was visited by its mark; should the mark rise, {@link #hasPassed} will know it again. */
    final void pass(long row) {
        passed.add(row);
    }

    /** Notes that a name was visited by its marks. */
    final void pass(N name) {
        name.marked().forEach(this::pass);
    }

    /** Whether a name was visited by its marks, in this answer at least, before the frame turned. */
    final boolean hasPassed(N name) {
        return passed.isKnowing() && name.marked().stream().anyMatch(passed::has);
    }
}
