package io.tidemark.kernel.sql;

import jakarta.ejb.ApplicationException;

/** Another transaction was faster: what this one had read is no longer so. Run again, it sees the new state. */
@ApplicationException(rollback = true)
public final class Collision extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A collision; nobody reads its stack. */
    public Collision() {
        super(null, null, false, false);
    }
}
