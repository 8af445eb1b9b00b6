package io.tidemark.quota;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;

/** Checks that each quota counts what it says that it counts, and that all of that is there. */
public final class QuotaCheck {

    private static final String WRONG_SUM =
            "select q.collection_id, q.used_bytes, coalesce(sum(c.bytes), 0) from quota q"
                    + " left join quota_charge c on c.collection_id = q.collection_id"
                    + " group by q.collection_id, q.used_bytes having q.used_bytes <> coalesce(sum(c.bytes), 0)";
    private static final String LOOSE = "select count(*) from quota_charge c"
            + " left join revision r on r.resource_id = c.resource_id and r.number = c.number"
            + " left join upload u on u.id = c.resource_id and c.number = 0"
            + " left join quota q on q.collection_id = c.collection_id"
            + " where (r.number is null and u.id is null) or q.collection_id is null or r.content_length <> c.bytes"
            + " or u.staged_bytes < c.bytes";

    private final Connection connection;

    /** A check on a connection, in its transaction. */
    public QuotaCheck(Connection connection) {
        this.connection = connection;
    }

    /** Runs the check; tells {@code findings} what is wrong, in sentences. */
    public void run(Consumer<String> findings) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WRONG_SUM);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                findings.accept("The quota of collection %s says %d bytes, and counts %d."
                        .formatted(rows.getObject(1, UUID.class), rows.getLong(2), rows.getLong(3)));
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(LOOSE);
                ResultSet row = statement.executeQuery()) {
            row.next();
            if (row.getLong(1) > 0) {
                findings.accept("%d revisions or uploads count in a quota without being there, or wrongly."
                        .formatted(row.getLong(1)));
            }
        }
    }
}
