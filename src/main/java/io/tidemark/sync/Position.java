package io.tidemark.sync;

import java.util.Optional;

/**
 * How far a walk has come in one collection.
 *
 * @param whole whether it lists all members, in the order of names, and not just the changed ones, in the order of marks
 * @param order the mark of the last member
 * @param member the last member's id
 */
record Position(boolean whole, long order, long member) {

    /** With a mark: everything up to that change has been passed. */
    static final long ALL_MEMBERS = Long.MAX_VALUE;

    private static final int RADIX = 36;

    /** Before the first member that changed after a change. */
    static Position after(long change) {
        return new Position(false, change, ALL_MEMBERS);
    }

    /** Before the first of all members. */
    static Position beginning() {
        return new Position(true, 0, 0);
    }

    /** Behind a member. */
    Position behind(ChangedMember last) {
        return new Position(whole, last.order(), last.id());
    }

    /** Reads what {@link #toString} wrote. */
    static Optional<Position> parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3 || !(parts[0].equals("w") || parts[0].equals("c"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Position(
                    parts[0].equals("w"), Long.parseLong(parts[1], RADIX), Long.parseLong(parts[2], RADIX)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return (whole ? "w." : "c.") + Long.toString(order, RADIX) + '.' + Long.toString(member, RADIX);
    }
}
