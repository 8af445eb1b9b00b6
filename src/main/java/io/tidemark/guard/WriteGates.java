package io.tidemark.guard;

import io.tidemark.kernel.sql.Database;
import io.tidemark.kernel.sql.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Chooses the gate that the database can keep. */
@ApplicationScoped
class WriteGates {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @Produces
    @ApplicationScoped
    WriteGate gate(Database database, Sql sql) {
        return database.isPostgreSql() ? new AdvisoryGate(sql) : new LocalGate(transactions, sql);
    }
}
