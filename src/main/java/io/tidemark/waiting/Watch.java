package io.tidemark.waiting;

import java.util.Set;
import java.util.UUID;

/**
 * What a waiting request looks at. What its answer says may be another one as soon as a number there is higher.
 *
 * @param since the number of the newest change that the request knows
 * @param collections collections whose scope matters
 * @param members names that matter themselves: those that the path leads through
 */
public record Watch(long since, Set<UUID> collections, Set<Long> members) {

    /** Takes copies. */
    public Watch {
        collections = Set.copyOf(collections);
        members = Set.copyOf(members);
    }
}
