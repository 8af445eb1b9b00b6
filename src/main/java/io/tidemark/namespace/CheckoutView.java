package io.tidemark.namespace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A checkout as it was when it was read; a transaction changes a {@link Checkout}.
 *
 * @param workingId what is worked on: a working resource, or in place the resource itself
 * @param resourceId the resource that is checked out
 * @param line the branch onto which it will be checked in, with the revision that was checked out
 * @param memberId the row of the name through which it was checked out; null for none
 * @param principal who checked it out
 */
public record CheckoutView(
        UUID workingId,
        UUID resourceId,
        BranchPosition line,
        @Nullable Long memberId,
        String principal) {

    /** The columns that {@link #read} reads, of a checkout {@code c}. */
    static final String COLUMNS =
            "c.working_id, c.resource_id, c.branch_number, c.base_number, c.member_id, c.principal";

    /** How many columns that are. */
    static final int WIDTH = 6;

    /** Reads a view from the first columns. */
    static CheckoutView read(ResultSet row) throws SQLException {
        return new CheckoutView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                new BranchPosition(row.getInt(3), row.getInt(4)),
                row.getObject(5, Long.class),
                row.getString(6));
    }
}
