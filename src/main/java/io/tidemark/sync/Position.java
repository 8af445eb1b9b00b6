package io.tidemark.sync;

import java.util.Arrays;
import java.util.Optional;

/**
 * How far a walk has come in one collection.
 *
 * @param order in {@link Mode#CHANGED}, the mark of the last member
 * @param member the last member's id
 */
record Position(Mode mode, long order, long member) {

    /** What a walk looks for in a collection, and in which order. */
    enum Mode {
        /**
         * The members that changed, in the order of their marks up to the walk's bound. At level infinite, {@link #LATER} comes
         * after it.
         */
        CHANGED('c'),
        /**
         * The members whose marks have risen past the bound, in the order of their ids. What changed up to the bound may be
         * among them: a deeper change has only lifted the mark above it.
         */
        LATER('l'),
        /** All members, in the order of their names: the collection is new where it is. */
        WHOLE('w'),
        /** First the members that a former collection had here and this one has not; then all members. */
        REPLACED('r'),
        /** The members that a former collection had here, and nothing else. */
        GONE('g');

        private final char letter;

        Mode(char letter) {
            this.letter = letter;
        }
    }

    /** With a mark: everything up to that change has been passed. */
    static final long ALL_MEMBERS = Long.MAX_VALUE;

    private static final int RADIX = 36;
    private static final int PARTS = 3;

    /** Before the first member that changed after a change. */
    static Position after(long change) {
        return new Position(Mode.CHANGED, change, ALL_MEMBERS);
    }

    /** Before the first member. */
    static Position beginning(Mode mode) {
        return new Position(mode, 0, 0);
    }

    /** Behind a member. */
    Position behind(long lastOrder, long lastMember) {
        return new Position(mode, lastOrder, lastMember);
    }

    /** Reads what {@link #toString} wrote. */
    static Optional<Position> parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != PARTS || parts[0].length() != 1) {
            return Optional.empty();
        }
        try {
            long order = Long.parseLong(parts[1], RADIX);
            long member = Long.parseLong(parts[2], RADIX);
            return Arrays.stream(Mode.values())
                    .filter(mode -> mode.letter == parts[0].charAt(0))
                    .map(mode -> new Position(mode, order, member))
                    .findFirst();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return mode.letter + "." + Long.toString(order, RADIX) + '.' + Long.toString(member, RADIX);
    }
}
