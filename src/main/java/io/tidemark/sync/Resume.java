package io.tidemark.sync;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where a truncated answer goes on; it travels in the token.
 *
 * @param since the change that the client had at the beginning of the walk; -1 for a first synchronisation
 * @param positions how far the walk has come in the collection, in the member collection that it was in, and so on down
 */
record Resume(SyncLevel level, long since, List<Position> positions) {

    /** {@code since} of a first synchronisation. */
    static final long NOTHING = -1;

    /** In a token's place for a position, lets the token be refused: 403, as if it had expired. */
    static final String REFUSED = "0";

    /** Numbers are written in lower case, so that this is none of them. */
    private static final String FIRST = "N";

    private static final int RADIX = 36;
    private static final int HEAD = 2;

    /** Reads what {@link #toString} wrote; empty when it did not. */
    static Optional<Resume> parse(String text) {
        String[] parts = text.split("-", -1);
        if (parts.length <= HEAD || !(parts[0].equals("1") || parts[0].equals("i"))) {
            return Optional.empty();
        }
        List<Optional<Position>> positions =
                Arrays.stream(parts).skip(HEAD).map(Position::parse).toList();
        if (positions.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        try {
            long since = parts[1].equals(FIRST) ? NOTHING : Long.parseLong(parts[1], RADIX);
            return Optional.of(new Resume(
                    parts[0].equals("1") ? SyncLevel.ONE : SyncLevel.INFINITE,
                    since,
                    positions.stream().flatMap(Optional::stream).toList()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(level == SyncLevel.ONE ? "1-" : "i-")
                .append(since == NOTHING ? FIRST : Long.toString(since, RADIX));
        positions.forEach(position -> text.append('-').append(position));
        return text.toString();
    }
}
