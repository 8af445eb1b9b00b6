package io.tidemark.files;

import io.tidemark.kernel.http.DavPath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks through the members of two collections side by side, in the order of their names, a page at a time. */
final class MemberPairs {

    private static final int PAGE = 100;

    private final Members from;
    private final Members to;

    /**
     * Pairs the members of two collections.
     *
     * @param deep whether the members of the first are copied; else it counts as having none
     */
    MemberPairs(CopySource from, CopySource to, boolean deep) {
        this.from = new Members(from, deep);
        this.to = new Members(to, true);
    }

    /** The next pairs; none at the end. */
    List<MemberPair> next() {
        List<MemberPair> pairs = new ArrayList<>();
        while (pairs.size() < PAGE) {
            CopySource source = from.peek();
            CopySource target = to.peek();
            if (source == null && target == null) {
                break;
            }
            int order = order(source, target);
            pairs.add(new MemberPair(order <= 0 ? from.take() : null, order >= 0 ? to.take() : null));
        }
        return pairs;
    }

    private static int order(@Nullable CopySource source, @Nullable CopySource target) {
        if (source == null || target == null) {
            return source == null ? 1 : -1;
        }
        return DavPath.BY_CODE_POINT.compare(source.name(), target.name());
    }

    /** The members of one collection. */
    private static final class Members {

        private final CopySource collection;
        private final Deque<CopySource> page = new ArrayDeque<>();
        private String last = "";
        private boolean more;

        Members(CopySource collection, boolean any) {
            this.collection = collection;
            this.more = any;
        }

        @Nullable
        CopySource peek() {
            if (page.isEmpty() && more) {
                page.addAll(collection.members(last, PAGE));
                more = page.size() == PAGE;
                if (more) {
                    last = page.getLast().name();
                }
            }
            return page.peek();
        }

        CopySource take() {
            return page.remove();
        }
    }
}
