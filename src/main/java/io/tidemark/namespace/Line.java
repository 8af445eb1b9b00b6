package io.tidemark.namespace;

/**
 * Where a new revision goes: onto a branch, after its newest revision.
 *
 * @param branch the branch's number; 0 for the primary one
 * @param tip the number of the revision that it follows
 */
public record Line(int branch, int tip) {

    /** The number of the branch that a resource was born with. */
    public static final int PRIMARY = 0;

    /** Whether this is the branch that a plain request sees. */
    public boolean isPrimary() {
        return branch == PRIMARY;
    }
}
