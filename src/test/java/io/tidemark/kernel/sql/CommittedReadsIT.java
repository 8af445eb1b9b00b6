package io.tidemark.kernel.sql;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is committed before a statement begins is seen by it. With H2's {@code OPTIMIZE_REUSE_RESULTS}, a statement that ran
 * at the moment of a commit gave the result from before it, and gave it again later.
 */
@ArquillianTest
class CommittedReadsIT {

    private static final int COMMITS = 5_000;
    private static final int READERS = 3;

    @Resource(lookup = "java:jboss/datasources/Tidemark")
    private DataSource database;

    private final AtomicLong committed = new AtomicLong();

    @BeforeEach
    void makeTable() throws SQLException {
        run("create table committed_read (id integer primary key, latest bigint not null)");
        run("insert into committed_read (id, latest) values (1, 0)");
    }

    @AfterEach
    void dropTable() throws SQLException {
        run("drop table committed_read");
    }

    @Test
    void aStatementSeesWhatWasCommittedBeforeIt() throws Exception {
        var threads = Executors.newFixedThreadPool(READERS + 1);
        try {
            List<Future<Long>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                readers.add(threads.submit(this::countStaleReads));
            }
            threads.submit(this::write).get();
            for (Future<Long> reader : readers) {
                assertThat(reader.get()).as("reads from before a commit").isZero();
            }
        } finally {
            threads.shutdown();
        }
    }

    private Void write() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update committed_read set latest = ? where id = 1")) {
            for (long latest = 1; latest <= COMMITS; latest++) {
                update.setLong(1, latest);
                update.executeUpdate();
                committed.set(latest);
            }
        } finally {
            committed.set(COMMITS);
        }
        return null;
    }

    private Long countStaleReads() throws SQLException {
        long stale = 0;
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select latest from committed_read where id = ?")) {
            long least = 0;
            while (least < COMMITS) {
                least = committed.get();
                query.setInt(1, 1);
                try (ResultSet rows = query.executeQuery()) {
                    rows.next();
                    stale += rows.getLong(1) < least ? 1 : 0;
                }
            }
        }
        return stale;
    }

    private void run(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            prepared.executeUpdate();
        }
    }
}
