package io.tidemark.journal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Writers, the sequencer and readers in every order that matters, forced by latches. */
@ArquillianTest
class JournalIT {
    @Resource(lookup = "java:jboss/datasources/Tidemark")
    private DataSource database;

    @Resource(lookup = "java:jboss/UserTransaction")
    private UserTransaction transaction;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @Inject
    private Change change;

    @Inject
    private Sequencer sequencer;

    @Test
    void aChangeThatBeganFirstAndCommitsLastIsNumberedAfterWhatReadersHaveSeen() throws Exception {
        UUID slow = UUID.randomUUID();
        UUID quick = UUID.randomUUID();
        var written = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        var threads = Executors.newSingleThreadExecutor();
        try {
            Future<?> slowWriter = threads.submit(() -> {
                inTransaction(() -> {
                    touch(slow);
                    AtCommit.run(transactions, () -> {
                        written.countDown();
                        mayCommit.await();
                    });
                });
                return null;
            });
            written.await();
            inTransaction(() -> touch(quick));
            long seen = sequencer.sequence();
            assertThat(numbers(quick))
                    .singleElement()
                    .satisfies(number -> assertThat(number).isLessThanOrEqualTo(seen));
            assertThat(numbers(slow)).as("what is not committed is not there").isEmpty();
            mayCommit.countDown();
            slowWriter.get();
            long next = sequencer.sequence();
            assertThat(numbers(slow))
                    .as("a reader that has seen everything up to %d still meets it", seen)
                    .singleElement()
                    .satisfies(number -> assertThat(number).isGreaterThan(seen).isLessThanOrEqualTo(next));
        } finally {
            mayCommit.countDown();
            threads.shutdown();
        }
    }

    @Test
    void aChangeThatWaitsForAnotherComesAfterItInWhateverOrderTheyBegan() throws Exception {
        long member = -System.nanoTime();
        UUID former = UUID.randomUUID();
        UUID later = UUID.randomUUID();
        var begun = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        var threads = Executors.newSingleThreadExecutor();
        try {
            // The one that began first, by its clock, maps the member last: it had to wait for the other's lock.
            Future<?> waiting = threads.submit(() -> {
                inTransaction(() -> {
                    touch(later);
                    begun.countDown();
                    mayGoOn.await();
                    change.mapped(member, later);
                });
                return null;
            });
            begun.await();
            inTransaction(() -> change.mapped(member, former));
            mayGoOn.countDown();
            waiting.get();
        } finally {
            mayGoOn.countDown();
            threads.shutdown();
        }
        sequencer.sequence();
        assertThat(numbers(former)).hasSize(1);
        assertThat(numbers(later)).hasSize(2).doesNotContainAnyElementsOf(numbers(former));
        assertThat(numbers(later).get(0)).isGreaterThan(numbers(former).get(0));
    }

    @Test
    void aChangeThatCommitsWhileTheSequencerRunsIsNumberedThenOrLater() throws Exception {
        int writers = 6;
        int each = 25;
        var barrier = new CyclicBarrier(writers);
        var threads = Executors.newFixedThreadPool(writers);
        List<Long> bounds = new ArrayList<>();
        try {
            List<Future<List<UUID>>> running = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                running.add(threads.submit(() -> {
                    barrier.await();
                    List<UUID> touched = new ArrayList<>();
                    for (int n = 0; n < each; n++) {
                        UUID resource = UUID.randomUUID();
                        inTransaction(() -> touch(resource));
                        touched.add(resource);
                    }
                    return touched;
                }));
            }
            while (!running.stream().allMatch(Future::isDone)) {
                bounds.add(sequencer.sequence());
            }
            bounds.add(sequencer.sequence());
            long last = bounds.get(bounds.size() - 1);
            for (Future<List<UUID>> writer : running) {
                for (UUID resource : writer.get()) {
                    assertThat(numbers(resource))
                            .singleElement()
                            .satisfies(number -> assertThat(number).isBetween(1L, last));
                }
            }
            assertThat(bounds).isSorted();
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void whatAWriterHasCommittedIsNumberedByTheNextWhoAsks() throws Exception {
        for (int i = 0; i < 20; i++) {
            UUID resource = UUID.randomUUID();
            inTransaction(() -> touch(resource));
            long bound = sequencer.sequence();
            assertThat(numbers(resource))
                    .singleElement()
                    .satisfies(number -> assertThat(number).isLessThanOrEqualTo(bound));
        }
    }

    @Test
    void oneTransactionIsOneChangeHoweverMuchItTouches() throws Exception {
        List<UUID> touched = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        inTransaction(() -> {
            touched.forEach(this::touch);
            touched.forEach(this::touch);
        });
        sequencer.sequence();
        List<Long> numbers = new ArrayList<>();
        for (UUID resource : touched) {
            assertThat(numbers(resource)).hasSize(1);
            numbers.addAll(numbers(resource));
        }
        assertThat(numbers).containsOnly(numbers.get(0));
    }

    @Test
    void twoTransactionsAreTwoChanges() throws Exception {
        UUID resource = UUID.randomUUID();
        inTransaction(() -> touch(resource));
        inTransaction(() -> touch(resource));
        sequencer.sequence();
        assertThat(numbers(resource)).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aTransactionThatIsRolledBackLeavesNoTrace() throws Exception {
        UUID resource = UUID.randomUUID();
        long before = sequencer.sequence();
        transaction.begin();
        touch(resource);
        transaction.rollback();
        assertThat(sequencer.sequence()).isEqualTo(before);
        assertThat(numbers(resource)).isEmpty();
    }

    @Test
    void twoSequencersAtOnceNumberEverythingOnce() throws Exception {
        List<UUID> touched = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            UUID resource = UUID.randomUUID();
            inTransaction(() -> touch(resource));
            touched.add(resource);
        }
        var barrier = new CyclicBarrier(3);
        var threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<Long>> bounds = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                bounds.add(threads.submit(() -> {
                    barrier.await();
                    return sequencer.sequence();
                }));
            }
            long earliest = Long.MAX_VALUE;
            for (Future<Long> bound : bounds) {
                earliest = Math.min(earliest, bound.get());
            }
            List<Long> numbers = new ArrayList<>();
            for (UUID resource : touched) {
                numbers.addAll(numbers(resource));
            }
            assertThat(numbers).hasSameSizeAs(touched).doesNotHaveDuplicates();
            assertThat(numbers.stream().max(Long::compare).orElseThrow())
                    .as("whoever asked, everything committed before is numbered")
                    .isLessThanOrEqualTo(earliest);
        } finally {
            threads.shutdown();
        }
    }

    private void touch(UUID resource) {
        change.changed(resource);
    }

    private void inTransaction(Work work) throws Exception {
        transaction.begin();
        try {
            work.run();
        } catch (Exception | Error e) {
            transaction.rollback();
            throw e;
        }
        transaction.commit();
    }

    private List<Long> numbers(UUID resource) throws Exception {
        List<Long> numbers = new ArrayList<>();
        query(
                "select number from journal where resource_id = '" + resource + "' order by number",
                row -> numbers.add(row.getObject(1, Long.class)));
        return numbers;
    }

    private void query(String sql, Row row) throws Exception {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                row.read(rows);
            }
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private interface Row {
        void read(ResultSet row) throws Exception;
    }
}
