package io.tidemark.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What a content's row has for a reader of the content.
 *
 * @param bytes a small body; null for one that is a file of the content store
 * @param sha1 the body's SHA-1; null for one that is older than checksums are, until it has got one
 */
public record KeptBody(byte @Nullable [] bytes, byte @Nullable [] sha1) {

    /** Nothing is known of a body. */
    public static final KeptBody NONE = new KeptBody(null, null);

    /** What {@link #read} reads of a content named {@code c}. */
    public static final String COLUMNS = "c.body, c.sha1";

    /** Reads {@link #COLUMNS}, from a column on. */
    public static KeptBody read(ResultSet row, int column) throws SQLException {
        byte[] body = row.getBytes(column);
        byte[] sum = row.getBytes(column + 1);
        return body == null && sum == null ? NONE : new KeptBody(body, sum);
    }
}
