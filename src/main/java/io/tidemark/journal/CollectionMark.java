package io.tidemark.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Where a collection stands.
 *
 * @param number the newest change in its scope
 * @param purged up to which change the history of its scope is gone
 * @param link the hash of the newest change
 * @param purgedLink the hash of the change up to which the history is gone
 */
record CollectionMark(long number, long purged, byte[] link, byte[] purgedLink) {

    private static final byte[] NONE = new byte[32];

    /** A collection in which nothing has changed yet. */
    static final CollectionMark BEGINNING = new CollectionMark(0, 0, NONE, NONE);

    /** Reads its columns, in the order of its parts. */
    static CollectionMark read(ResultSet row, int column) throws SQLException {
        return new CollectionMark(
                row.getLong(column), row.getLong(column + 1), row.getBytes(column + 2), row.getBytes(column + 3));
    }

    /** The hash of a change that the journal itself may have forgotten; empty when nobody knows it any more. */
    Optional<byte[]> linkOf(long change) {
        if (change == 0) {
            return Optional.of(NONE);
        }
        return change == number ? Optional.of(link) : change == purged ? Optional.of(purgedLink) : Optional.empty();
    }
}
