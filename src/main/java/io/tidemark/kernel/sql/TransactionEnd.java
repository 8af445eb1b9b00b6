package io.tidemark.kernel.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** When the current transaction is about to commit: after all that it waits for, before anybody sees it. */
@ApplicationScoped
public class TransactionEnd {

    @Inject
    private Sql sql;

    /** Has work done then, in the transaction. What it throws, the transaction fails with. */
    public void run(Runnable work) {
        sql.atEnd(work);
    }
}
