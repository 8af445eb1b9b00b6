package io.tidemark.sync;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.sync.Position.Mode;
import io.tidemark.target.FilesTarget;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of a walk that is in one collection: where it is, and the members that it has read ahead. The collection is the
 * one that was there at the walk's bound, whatever is there now.
 */
final class Frame {

    private static final int MOST = 512;
    private static final int FEW = 16;

    private final DavPath path;
    private final List<UUID> lineage;
    private final @Nullable UUID collection;
    private final @Nullable UUID former;
    private final Deque<Slot> page = new ArrayDeque<>();
    private Position position;
    private boolean exhausted;
    private boolean entered;
    private int few = FEW;
    private long[] passed = new long[0];
    private int passedCount;

    private Frame(
            DavPath path, List<UUID> lineage, @Nullable UUID collection, @Nullable UUID former, Position position) {
        this.path = path;
        this.lineage = lineage;
        this.collection = collection;
        this.former = former;
        this.position = position;
    }

    /** The frame of the collection that a report is about. */
    static Frame of(FilesTarget collection, Position position) {
        return new Frame(
                collection.path(), collection.lineage(), collection.mapped().id(), null, position);
    }

    /**
     * The frame of a member of this one's collection.
     *
     * @param below the collection that is there at the bound; null when it is none
     * @param formerly the collection that was there at the beginning of the span, if the walk compares with it
     */
    Frame below(String name, @Nullable UUID below, @Nullable UUID formerly, Position start) {
        List<UUID> all = new ArrayList<>(lineage);
        if (below != null) {
            all.add(below);
        }
        return new Frame(path.child(name, true), all, below, formerly, start);
    }

    /** Takes a walk up again that was below the member that this frame is behind: it is on its way through that one. */
    void resume() {
        entered = true;
        if (mode() == Mode.CHANGED) {
            pass(position.member());
        }
    }

    /** What a member's URL names now; nothing for a slot of a former collection. */
    FilesTarget target(Slot slot) {
        return slot.now() == null
                ? gone(slot)
                : new FilesTarget(
                        path.child(slot.name(), slot.now().collection()), lineage, null, slot.id(), slot.now());
    }

    /** A member's URL as that of what was there and is no more. */
    FilesTarget gone(Slot slot) {
        return new FilesTarget(path.child(slot.name(), slot.wasCollection()), lineage, null, slot.id(), null);
    }

    /** The collections of the path that were there at the bound, outermost first. */
    List<UUID> lineage() {
        return List.copyOf(lineage);
    }

    /** The collection that was here at the bound; null when it was none. */
    @Nullable
    UUID collection() {
        return collection;
    }

    /** The collection that was here at the beginning of the span, if the walk compares with it. */
    @Nullable
    UUID former() {
        return former;
    }

    Mode mode() {
        return position.mode();
    }

    Position position() {
        return position;
    }

    boolean needsPage() {
        return page.isEmpty() && !exhausted;
    }

    /**
     * How many members to read ahead: no more than a report is likely to come to before it ends, and ever more as it goes on.
     * It is one of few numbers, all powers of two.
     *
     * @param wanted how many member URLs it may still tell
     */
    int pageSize(int wanted) {
        int size = entered ? few : Math.min(MOST, Math.max(few, Integer.highestOneBit(2 * Math.min(wanted, MOST) - 1)));
        few = Math.min(MOST, 2 * few);
        return size;
    }

    void fill(List<Slot> slots, int pageSize) {
        page.addAll(slots);
        exhausted = slots.size() < pageSize;
    }

    /** The next member, which the frame is behind from now on; null when there is none. */
    @Nullable
    Slot next() {
        Slot slot = page.poll();
        if (slot != null) {
            position = position.behind(slot.order(), slot.id());
        }
        return slot;
    }

    /** Goes on with the members whose marks have risen past the bound. */
    void turnToLater() {
        Arrays.sort(passed, 0, passedCount);
        turn(Mode.LATER);
    }

    /** Begins with the members of the collection, after those of the former one. */
    void turnToWhole() {
        turn(Mode.WHOLE);
    }

    private void turn(Mode mode) {
        position = Position.beginning(mode);
        exhausted = false;
    }

    /** Notes that a member was visited by its mark; should the mark rise, {@link #hasPassed} will know it again. */
    void pass(long member) {
        if (passedCount == passed.length) {
            passed = Arrays.copyOf(passed, Math.max(16, passedCount * 2));
        }
        passed[passedCount++] = member;
    }

    /** Whether a member was visited by its mark, in this answer at least. */
    boolean hasPassed(long member) {
        return Arrays.binarySearch(passed, 0, passedCount, member) >= 0;
    }
}
