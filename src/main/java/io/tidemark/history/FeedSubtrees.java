package io.tidemark.history;

import io.tidemark.history.FeedRepository.Subtree;
import io.tidemark.kernel.http.DavPath;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The collections in a collection, those first in which, or at which, something has changed last. */
final class FeedSubtrees extends FeedStream {

    private static final int PAGE = 200;

    private final FeedFrame frame;
    private final Reader reader;
    private @Nullable Subtree last;
    private long bound;

    /** Reads the members behind one; the first for null. */
    interface Reader {

        /** A page; less than {@code limit} when there are no more. */
        List<Subtree> after(@Nullable Subtree last, int limit);
    }

    FeedSubtrees(FeedFrame frame, long bound, Reader reader) {
        this.frame = frame;
        this.bound = bound;
        this.reader = reader;
    }

    @Override
    long bound() {
        return bound;
    }

    @Override
    void advance(Feed feed) {
        List<Subtree> page = reader.after(last, PAGE);
        for (Subtree subtree : feed.visible(frame, page)) {
            UUID collection = subtree.collection();
            if (collection == null || !subtree.isCollection() || subtree.newest() <= frame.low()) {
                continue;
            }
            DavPath path = frame.path().child(subtree.name(), true);
            feed.enter(
                    frame.below(path, collection, subtree.mapped(), Long.MAX_VALUE),
                    Math.min(subtree.newest(), frame.high()));
        }
        last = page.isEmpty() ? last : page.get(page.size() - 1);
        bound = page.size() < PAGE || last == null ? 0 : Math.min(bound, last.order());
    }
}
