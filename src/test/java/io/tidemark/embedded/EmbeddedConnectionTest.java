package io.tidemark.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedConnectionTest {

    private static final int WRITERS = 8;
    private static final int EACH = 50;

    @TempDir
    private Path directory;

    private final EmbeddedDriver driver = new EmbeddedDriver();

    @BeforeEach
    void smallReserve() {
        System.setProperty("tidemark.db.reserve", "1000000");
    }

    @AfterEach
    void usualReserve() {
        System.clearProperty("tidemark.db.reserve");
    }

    @Test
    void whatWasCommittedSurvivesTheEndOfTheProcess() throws Exception {
        Connection first = open("first", "");
        execute(first, "create table t (id bigint primary key, text varchar)");
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int from = i * EACH;
            work.add(writers.submit(() -> {
                try (Connection connection = open("first", "")) {
                    insert(connection, from, EACH);
                }
                return null;
            }));
        }
        for (Future<?> each : work) {
            each.get();
        }
        writers.shutdown();
        try (Connection copy = asAfterKill("first")) {
            assertThat(count(copy)).isEqualTo(WRITERS * EACH);
        }
        first.close();
    }

    @Test
    void whatWasNotCommittedDoesNot() throws Exception {
        try (Connection first = open("first", "")) {
            execute(first, "create table t (id bigint primary key, text varchar)");
            insert(first, 0, 3);
            first.setAutoCommit(false);
            execute(first, "insert into t values (9, 'not committed')");
            try (Connection other = open("first", "")) {
                insert(other, 3, 1);
            }
            try (Connection copy = asAfterKill("first")) {
                assertThat(count(copy)).isEqualTo(4);
            }
            first.rollback();
        }
    }

    @Test
    void statementsEndByTheTimeoutOfWhichJdbcDoesNotKnow() throws Exception {
        try (Connection connection = open("slow", ";QUERY_TIMEOUT=100");
                Statement statement = connection.createStatement()) {
            assertThat(statement.getQueryTimeout()).isZero();
            assertThatThrownBy(
                            () -> statement.executeQuery(
                                    "select count(*) from system_range(1, 100000000) a, system_range(1, 1000) b where a.x = b.x"))
                    .isInstanceOf(SQLException.class)
                    .extracting("SQLState")
                    .isEqualTo("57014");
        }
    }

    @Test
    void theRoomOfWhatWasReplacedIsUsedAgain() throws Exception {
        long kept;
        try (Connection connection = open("kept", "")) {
            MVStore store = store(connection);
            store.setRetentionTime(0);
            insert(connection, () -> new Housekeeping(store).compact(80));
            kept = Files.size(directory.resolve("kept.mv.db"));
        }
        try (Connection connection = plain("left", ";WRITE_DELAY=0")) {
            insert(connection, () -> {});
            assertThat(kept).isLessThan(Files.size(directory.resolve("left.mv.db")) / 3);
        }
    }

    private static void insert(Connection connection, Runnable now) throws SQLException {
        execute(connection, "create table t (id bigint primary key, text varchar, place uuid)");
        // Each row goes to another of its pages, which then stays as it is for long.
        execute(connection, "create index t_place on t (place)");
        connection.setAutoCommit(false);
        for (int i = 0; i < 3000; i++) {
            execute(connection, "insert into t values (" + i + ", repeat('x', 100), random_uuid())");
            connection.commit();
            if (i % 100 == 0) {
                now.run();
            }
        }
    }

    private Connection open(String name, String options) throws SQLException {
        return driver.connect(url(name) + options, user());
    }

    /** By H2's own driver. */
    private Connection plain(String name, String options) throws SQLException {
        return new org.h2.Driver().connect(url(name) + options, user());
    }

    /** What another process would find if this one ended now. */
    private Connection asAfterKill(String name) throws Exception {
        Files.copy(directory.resolve(name + ".mv.db"), directory.resolve("copy.mv.db"));
        return plain("copy", "");
    }

    private String url(String name) {
        return "jdbc:h2:file:" + directory.resolve(name);
    }

    private static Properties user() {
        Properties user = new Properties();
        user.put("user", "tidemark");
        user.put("password", "tidemark");
        return user;
    }

    private static MVStore store(Connection connection) {
        return ((SessionLocal) ((JdbcConnection) connection).getSession())
                .getDatabase()
                .getStore()
                .getMvStore();
    }

    private static void insert(Connection connection, int from, int many) throws SQLException {
        connection.setAutoCommit(false);
        for (int i = from; i < from + many; i++) {
            execute(connection, "insert into t values (" + i + ", 'text')");
            connection.commit();
        }
        connection.setAutoCommit(true);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from t")) {
            row.next();
            return row.getInt(1);
        }
    }
}
