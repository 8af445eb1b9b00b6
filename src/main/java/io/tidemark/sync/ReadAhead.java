package io.tidemark.sync;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a walk has read of one collection and not yet come to. */
final class ReadAhead<T> {

    private static final int MOST = 512;
    private static final int FEW = 16;

    private final Deque<T> page = new ArrayDeque<>();
    private boolean exhausted;
    private boolean entered;
    private int few = FEW;

    /** Says that the walk is taken up again below what it came to last: it may well not come back. */
    void enter() {
        entered = true;
    }

    boolean needsPage() {
        return page.isEmpty() && !exhausted;
    }

    /**
     * How many members to read: no more than a report is likely to come to before it ends, and ever more as it goes on. It is
     * one of few numbers, all powers of two.
     *
     * @param wanted how many member URLs it may still tell
     */
    int pageSize(int wanted) {
        int size = entered ? few : Math.min(MOST, Math.max(few, Integer.highestOneBit(2 * Math.min(wanted, MOST) - 1)));
        few = Math.min(MOST, 2 * few);
        return size;
    }

    /** Takes a page. */
    void fill(List<T> members, boolean last) {
        page.addAll(members);
        exhausted = last;
    }

    /** The next one; null when there is none. */
    @Nullable
    T next() {
        return page.poll();
    }

    /** Begins anew with other members. */
    void restart() {
        page.clear();
        exhausted = false;
    }
}
