package io.tidemark.history;

import io.tidemark.kernel.http.DavPath;
import java.util.UUID;

/**
 * A collection whose changes are in a feed, for as long as it was where it is.
 *
 * @param path what it is called now, or was
 * @param low changes after this one
 * @param high and up to this one
 * @param root whether it is what was asked for, whose own properties count
 * @param inherited whether a workspace only shows it of another tree
 */
record FeedFrame(DavPath path, UUID collection, long low, long high, boolean root, boolean inherited) {

    /** A collection that is, or was, in this one. */
    FeedFrame below(DavPath at, UUID other, long mapped, long ended) {
        return new FeedFrame(at, other, Math.max(low, mapped - 1), Math.min(high, ended), false, inherited);
    }

    boolean isEmpty() {
        return high <= low;
    }
}
