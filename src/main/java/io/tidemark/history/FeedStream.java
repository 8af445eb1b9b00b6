package io.tidemark.history;

import java.util.Comparator;

/**
 * A part of what a feed has to go through, which yields nothing newer than a bound. What may lead to more is gone through before
 * what is there, so that all that one change did comes together.
 */
abstract class FeedStream {

    /** The newest first. */
    static final Comparator<FeedStream> NEWEST =
            Comparator.comparingLong(FeedStream::bound).reversed().thenComparing(FeedStream::isRows);

    /** The newest change that it may still yield; 0 for none. */
    abstract long bound();

    /** Whether it yields what changes did, and not only where to look. */
    boolean isRows() {
        return false;
    }

    /** Goes one step on. */
    abstract void advance(Feed feed);
}
