package io.tidemark.kernel.sql;

import jakarta.ejb.ApplicationException;
import java.sql.SQLException;

/** A statement that the database did not carry out. The transaction cannot go on. */
@ApplicationException(rollback = true)
public final class SqlFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Wraps what the driver reported. */
    public SqlFailure(SQLException cause) {
        super(cause);
    }
}
