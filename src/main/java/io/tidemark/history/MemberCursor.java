package io.tidemark.history;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through the members of a collection in the order of names. */
final class MemberCursor {

    private static final int PAGE = 500;

    private final PastMembers members;
    private final @Nullable PastMember collection;
    private final @Nullable Instant moment;
    private final Deque<PastMember> page = new ArrayDeque<>();
    private String last;
    private boolean ended;

    /**
     * Begins at a name.
     *
     * @param collection null for one without members
     */
    MemberCursor(PastMembers members, @Nullable PastMember collection, @Nullable Instant moment, String start) {
        this.members = members;
        this.collection = collection;
        this.moment = moment;
        this.last = start;
        if (collection != null && !start.isEmpty()) {
            page.addAll(members.named(collection.target(), moment, List.of(start)));
        }
    }

    /** The next member, which stays the next one; null for none. */
    @Nullable
    PastMember peek() {
        if (page.isEmpty() && !ended && collection != null) {
            page.addAll(members.page(collection.target(), moment, last, PAGE));
            ended = page.size() < PAGE;
            last = page.isEmpty() ? last : page.getLast().name();
        }
        return page.peekFirst();
    }

    /** Takes the next member, if it has a name. */
    @Nullable
    PastMember take(String name) {
        PastMember next = peek();
        return next != null && next.name().equals(name) ? page.removeFirst() : null;
    }
}
