package io.tidemark.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Eventually;
import io.tidemark.kernel.sql.Database;
import io.tidemark.kernel.sql.Sql;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** The part of the line that nobody looks at any more. */
@ArquillianTest
class NumberedWatermarkIT {

    private static final int ROUNDS = 4;

    @Resource(lookup = "java:jboss/UserTransaction")
    private UserTransaction transaction;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @Inject
    private Change change;

    @EJB
    private Sequencer sequencer;

    @Inject
    private Sql sql;

    @Inject
    private Database database;

    @Test
    void aChangeThatCommitsLongAfterItDrewItsPlaceIsNumbered() throws Exception {
        UUID slow = UUID.randomUUID();
        var written = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        var threads = Executors.newSingleThreadExecutor();
        try {
            Future<?> writer = threads.submit(() -> {
                transaction.begin();
                change.changed(slow);
                AtCommit.run(transactions, () -> {
                    written.countDown();
                    mayCommit.await();
                });
                transaction.commit();
                return null;
            });
            written.await();
            long before = settled();
            for (int round = 0; round < ROUNDS; round++) {
                make(UUID.randomUUID());
                sequencer.sequence();
                sequencer.settle();
            }
            long meanwhile = settled();
            mayCommit.countDown();
            writer.get();
            sequencer.sequence();
            assertThat(numbersOf(slow)).hasSize(1);
            assertThat(placeOf(slow)).as("its place was not settled").isGreaterThan(meanwhile);
            assertThat(meanwhile).isGreaterThanOrEqualTo(before);
        } finally {
            mayCommit.countDown();
            threads.shutdown();
        }
    }

    /** H2 does not number transactions: there, all is looked at, always. */
    @Test
    void whatHasItsNumberIsLookedAtNoMoreWhenNobodyOlderIsUnderWay() throws Exception {
        UUID resource = UUID.randomUUID();
        make(resource);
        sequencer.sequence();
        long expected = database.isPostgreSql() ? placeOf(resource) : 0;
        Eventually.become("settled", () -> {
            sequencer.settle();
            return settled() >= expected;
        });
        assertThat(settled()).isBetween(expected, database.isPostgreSql() ? Long.MAX_VALUE : expected);
        UUID next = UUID.randomUUID();
        make(next);
        sequencer.sequence();
        assertThat(numbersOf(next)).as("what comes later is seen").hasSize(1);
    }

    private void make(UUID resource) throws Exception {
        transaction.begin();
        change.changed(resource);
        transaction.commit();
    }

    private long settled() {
        return sql.first("select settled from journal_head", row -> row.getLong(1))
                .orElseThrow();
    }

    private long placeOf(UUID resource) {
        return sql.first("select place from journal where resource_id = ?", row -> row.getLong(1), resource)
                .orElseThrow();
    }

    private List<Long> numbersOf(UUID resource) {
        return sql.list(
                "select number from journal where resource_id = ? and number is not null",
                row -> row.getLong(1),
                resource);
    }
}
