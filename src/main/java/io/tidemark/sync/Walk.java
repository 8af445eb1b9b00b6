package io.tidemark.sync;

import java.util.List;

/** A walk through what a report tells. It can stop anywhere and be taken up again. */
interface Walk {

    /** The next member URLs, {@code limit} at most; none when the walk is at its end. */
    List<SyncItem> next(int limit);

    /** Whether what it came to cannot be told member by member: the client must begin anew. */
    default boolean isBroken() {
        return false;
    }

    /** What it reports. */
    Span span();

    /** Where the walk is. */
    Resume position();
}
