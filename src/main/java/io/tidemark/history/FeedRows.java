package io.tidemark.history;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changes did at names, page by page. */
final class FeedRows extends FeedStream {

    /** How many rows are read at a time. */
    static final int PAGE = 50;

    private final FeedFrame frame;
    private final Pages pages;
    private final Deque<FeedRow> rows = new ArrayDeque<>();
    private boolean ended;

    /** Reads the rows behind one; the first for null. Rows of one change at one name are never apart. */
    interface Pages {

        /** A page; less than {@code limit} rows when there are no more. */
        List<FeedRow> after(@Nullable FeedRow last, int limit);
    }

    FeedRows(FeedFrame frame, Pages pages) {
        this.frame = frame;
        this.pages = pages;
        fill(null);
    }

    private void fill(@Nullable FeedRow last) {
        List<FeedRow> page = pages.after(last, PAGE);
        ended = page.size() < PAGE;
        rows.addAll(page);
        if (!ended) {
            // What a change did at the last name may go on behind the page.
            FeedRow end = rows.getLast();
            while (rows.size() > 1
                    && rows.getLast().number() == end.number()
                    && rows.getLast().member() == end.member()) {
                rows.removeLast();
            }
        }
    }

    @Override
    long bound() {
        return rows.isEmpty() ? 0 : rows.getFirst().number();
    }

    @Override
    boolean isRows() {
        return true;
    }

    @Override
    void advance(Feed feed) {
        FeedRow row = rows.removeFirst();
        if (rows.isEmpty() && !ended) {
            fill(row);
        }
        feed.found(frame, row);
    }
}
