package io.tidemark.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a feed tells of one change: so many items, and the number of the others. */
final class FoundChange {

    /** How many items are listed. */
    static final int MOST_ITEMS = 100;

    private final List<FeedItem> items = new ArrayList<>();
    private final Set<Object> listed = new HashSet<>();
    private long more;

    /** Adds an item, unless it is listed already. */
    void add(FeedItem item) {
        if (listed.contains(item.identity())) {
            return;
        }
        if (items.size() < MOST_ITEMS) {
            listed.add(item.identity());
            items.add(item);
        } else {
            more++;
        }
    }

    /** Those that are listed. */
    List<FeedItem> items() {
        return items;
    }

    /** How many are not. */
    long more() {
        return more;
    }
}
