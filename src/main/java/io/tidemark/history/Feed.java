package io.tidemark.history;

import io.tidemark.history.FeedRepository.Subtree;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.memory.Pages;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.FilesTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The changes in and below collections, the newest first. It goes down the high-water marks best first: of all the collections
 * that it knows of, into the one in which something has changed last; so it comes to as many collections as changes are
 * asked for, times the depth, and to no others (ADR 0032).
 */
final class Feed {

    private final PriorityQueue<FeedStream> streams = new PriorityQueue<>(FeedStream.NEWEST);
    private final FeedRepository repository;
    private final FeedSight sight;
    private final boolean deep;
    private final @Nullable ConfiguredTarget workspace;
    private Sink sink = (frame, row) -> {};

    /** Takes what a change did, row by row. */
    @FunctionalInterface
    interface Sink {

        /** Takes a row, which was found in a frame. */
        void take(FeedFrame frame, FeedRow row);
    }

    /**
     * A feed of nothing, to which frames are added.
     *
     * @param target what it is about
     */
    Feed(FilesTarget target, FeedRepository repository, FeedSight sight, boolean deep) {
        this.workspace = target instanceof ConfiguredTarget in ? in : null;
        this.repository = repository;
        this.sight = sight;
        this.deep = deep;
    }

    /** Adds the changes to one resource at some names. */
    void follow(FeedFrame frame, List<Long> names, UUID resource) {
        add(new FeedRows(
                frame,
                (last, limit) -> repository.rows(
                        names, resource, frame.low(), last == null ? frame.high() : last.number() - 1, limit)));
    }

    /** Adds that what the feed is about came along with a collection that a change made. */
    void born(FeedFrame frame, FeedRow birth) {
        if (birth.number() > frame.low() && birth.number() <= frame.high()) {
            add(new FeedRows(frame, (last, limit) -> last == null ? List.of(birth) : List.of()));
        }
    }

    /** Adds the changes in a collection, none of which is newer than a bound. */
    void enter(FeedFrame frame, long bound) {
        if (!frame.isEmpty() && bound > frame.low()) {
            add(new Entry(frame, bound));
        }
    }

    private void add(FeedStream stream) {
        if (stream.bound() > 0) {
            streams.add(stream);
        }
    }

    /**
     * Goes on with the next change.
     *
     * @param taker is told all that it did, as far as it is in the feed
     * @return its number; empty when there are no more
     */
    OptionalLong next(Sink taker) {
        sink = taker;
        long number = 0;
        while (!streams.isEmpty() && (number == 0 || streams.peek().bound() == number)) {
            FeedStream first = streams.remove();
            number = first.isRows() ? first.bound() : number;
            first.advance(this);
            add(first);
        }
        return number == 0 ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** Those of some member collections that the caller may see. */
    List<Subtree> visible(FeedFrame frame, List<Subtree> page) {
        ConfiguredTarget in = workspace;
        return in == null
                ? sight.shown(page)
                : page.stream()
                        .filter(subtree -> !subtree.isCollection()
                                || sight.showsAt(in, frame.path().child(subtree.name(), true)))
                        .toList();
    }

    /** A row is there. Where it took a collection away, what had been done in that comes next. */
    void found(FeedFrame frame, FeedRow row) {
        sink.take(frame, row);
        if (deep && row.mayEndSubtree()) {
            repository
                    .formerSubtree(frame.collection(), row.number(), row.member())
                    .filter(former -> row.resource().equals(former.collection()))
                    .ifPresent(former -> enterFormer(frame, former));
        }
    }

    private void enterFormer(FeedFrame frame, Subtree former) {
        UUID collection = former.collection();
        DavPath was = frame.path().child(former.name(), true);
        ConfiguredTarget in = workspace;
        if (collection != null && (in == null ? sight.shows(collection) : sight.showsAt(in, was))) {
            enter(
                    frame.below(sight.lastPath(collection, was), collection, former.mapped(), former.newest()),
                    Math.min(former.newest(), frame.high()));
        }
    }

    /** A collection that has not been looked into yet. */
    private final class Entry extends FeedStream {

        private final FeedFrame frame;
        private long bound;

        Entry(FeedFrame frame, long bound) {
            this.frame = frame;
            this.bound = bound;
        }

        @Override
        long bound() {
            return bound;
        }

        @Override
        void advance(Feed feed) {
            add(new FeedRows(frame, this::rows));
            if (deep) {
                add(new FeedSubtrees(frame, bound, this::marked));
                if (frame.high() < Long.MAX_VALUE) {
                    add(new FeedSubtrees(frame, bound, this::newer));
                    formers();
                }
            }
            bound = 0;
        }

        private List<FeedRow> rows(@Nullable FeedRow last, int limit) {
            UUID collection = frame.collection();
            if (last == null) {
                return repository.rows(collection, frame.low(), frame.high(), limit);
            }
            List<FeedRow> rest = repository.rest(collection, last.number(), last.member(), limit);
            if (rest.size() == limit) {
                return rest;
            }
            List<FeedRow> page = new ArrayList<>(rest);
            page.addAll(repository.rows(collection, frame.low(), last.number() - 1, limit - rest.size()));
            return page;
        }

        private List<Subtree> marked(@Nullable Subtree last, int limit) {
            return last == null
                    ? repository.marked(frame.collection(), frame.low(), above(frame.high()), 0, limit)
                    : repository.marked(frame.collection(), frame.low(), last.order(), last.member(), limit);
        }

        private List<Subtree> newer(@Nullable Subtree last, int limit) {
            return last == null
                    ? repository.newer(frame.collection(), frame.low(), frame.high(), Long.MAX_VALUE, 0, limit)
                    : repository.newer(
                            frame.collection(), frame.low(), frame.high(), last.order(), last.member(), limit);
        }

        private static long above(long number) {
            return number == Long.MAX_VALUE ? number : number + 1;
        }

        /** What had gone already when the newest of the changes was made, or went later. */
        private void formers() {
            Pages.<Subtree>of(FeedRows.PAGE, this::formers)
                    .forEach(page -> visible(frame, page).forEach(former -> enterFormer(frame, former)));
        }

        private List<Subtree> formers(@Nullable Subtree last) {
            return last == null
                    ? repository.formerSubtrees(frame.collection(), frame.high(), Long.MAX_VALUE, 0, FeedRows.PAGE)
                    : repository.formerSubtrees(
                            frame.collection(), frame.high(), last.newest(), last.member(), FeedRows.PAGE);
        }
    }
}
