package io.tidemark.namespace;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a new revision goes: onto a branch, after its newest revision.
 *
 * @param branch the branch's number; 0 for the primary one
 * @param tip the number of the revision that it follows
 * @param opening the id of a branch that the revision begins; null when the branch is there already
 * @param chosen of the primary branch, the revision that the URL shows instead of the newest; null when nobody says
 * @param sitting the lock for whose writes the revision stays open; null for none
 */
public record BranchPosition(
        int branch,
        int tip,
        @Nullable String opening,
        @Nullable Integer chosen,
        @Nullable UUID sitting) {

    private static final int NOT_OPEN = -1;

    /** A branch that is there. */
    public BranchPosition(int branch, int tip) {
        this(branch, tip, null, null, null);
    }

    /** The primary branch as a URL continues it that may show another revision than the newest. */
    public static BranchPosition primary(int tip, int shown) {
        return new BranchPosition(PRIMARY, tip, null, shown == tip ? null : shown, null);
    }

    /** A branch that the next revision begins, where it leaves another revision. */
    public static BranchPosition opening(String id, int base) {
        return new BranchPosition(NOT_OPEN, base, id, null, null);
    }

    /** The same place, for a revision that stays open for the writes of a lock, or for none. */
    public BranchPosition under(@Nullable UUID lock) {
        return new BranchPosition(branch, tip, opening, chosen, lock);
    }

    /** The number of the branch that a resource was born with. */
    public static final int PRIMARY = 0;

    /** Whether this is the branch that a plain request sees. */
    public boolean isPrimary() {
        return branch == PRIMARY;
    }
}
