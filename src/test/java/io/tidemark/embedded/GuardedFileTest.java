package io.tidemark.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Random;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would end an embedded database does not. */
class GuardedFileTest {

    private static final String OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_ON_EXIT=FALSE";

    @TempDir
    private Path directory;

    private final EmbeddedDriver driver = new EmbeddedDriver();

    @BeforeEach
    void table() throws SQLException {
        System.setProperty("tidemark.db.reserve", "1000000");
        try (Connection connection = open()) {
            connection.createStatement().execute("create table stored (number int primary key, body varbinary)");
        }
    }

    @AfterEach
    void forget() {
        System.clearProperty("tidemark.db.reserve");
    }

    @Test
    void interruptsReachNobody() throws Exception {
        try (Connection connection = open();
                Connection other = open()) {
            for (int i = 0; i < 200; i++) {
                if (i % 10 == 0) {
                    Thread.currentThread().interrupt();
                }
                insert(connection, i);
            }
            assertThat(Thread.interrupted()).as("the thread is told, later").isTrue();
            assertThat(count(other)).isEqualTo(200);
        }
        try (Connection again = open()) {
            assertThat(count(again)).isEqualTo(200);
        }
    }

    /** The transaction manager does it from another thread, in the middle of a write. */
    @Test
    void interruptsInTheMiddleReachNobody() throws Exception {
        try (Connection connection = open()) {
            Thread writer = Thread.currentThread();
            Thread interrupter = new Thread(() -> {
                for (int i = 0; i < 300; i++) {
                    writer.interrupt();
                    Thread.onSpinWait();
                }
            });
            interrupter.start();
            for (int i = 0; i < 300; i++) {
                insert(connection, i);
            }
            while (interrupter.isAlive()) {
                Thread.onSpinWait();
            }
            // An interrupted thread could not close it.
            assertThat(Thread.interrupted()).isTrue();
            assertThat(count(connection)).isEqualTo(300);
        }
        try (Connection again = open()) {
            assertThat(count(again)).isEqualTo(300);
        }
    }

    @Test
    void aFailureThatClosesTheDatabaseIsNoticed() throws Exception {
        try (Connection held = open()) {
            insert(held, 1);
            assertThat(EmbeddedDriver.hasFailed()).isFalse();
            close(held);
            assertThat(EmbeddedDriver.hasFailed()).isTrue();
        } catch (SQLException closed) {
            assertThat(closed.getMessage()).contains("closed");
        }
        try (Connection last = open()) {
            assertThat(EmbeddedDriver.hasFailed()).isFalse();
            assertThat(count(last)).isEqualTo(1);
        }
    }

    /** H2 2.2.224 left a file that could not be opened any more. */
    @Test
    void aKilledDatabaseIsOpenedAndClosedAndOpened() throws Exception {
        Path copy = Files.createDirectory(directory.resolve("killed"));
        try (Connection connection = open()) {
            for (int i = 0; i < 50; i++) {
                insert(connection, i);
            }
            // What a kill would leave.
            Files.copy(directory.resolve("t.mv.db"), copy.resolve("t.mv.db"));
        }
        for (int i = 50; i < 53; i++) {
            try (Connection again = open(copy)) {
                assertThat(count(again)).isEqualTo(i);
                insert(again, i);
            }
        }
    }

    @Test
    void theReserveLiesBesideTheFile() throws Exception {
        try (Connection connection = open()) {
            Path reserve = directory.resolve("reserve");
            assertThat(Files.size(reserve)).isEqualTo(1_000_000);
            assertThat(Reserve.of(directory.resolve("t.mv.db")).giveUp()).isTrue();
            assertThat(reserve).doesNotExist();
            insert(connection, 1);
            assertThat(Reserve.isShort())
                    .as("there is room, so that it is made again")
                    .isFalse();
            assertThat(reserve).exists();
        }
    }

    private Connection open() throws SQLException {
        return open(directory);
    }

    private Connection open(Path where) throws SQLException {
        Properties user = new Properties();
        user.put("user", "tidemark");
        user.put("password", "tidemark");
        Connection connection = driver.connect("jdbc:h2:file:" + where.resolve("t") + OPTIONS, user);
        assertThat(connection.getMetaData().getURL()).contains(":guarded:");
        return connection;
    }

    private static void close(Connection connection) {
        ((SessionLocal) ((JdbcConnection) connection).getSession())
                .getDatabase()
                .getStore()
                .getMvStore()
                .closeImmediately();
    }

    private static void insert(Connection connection, int number) throws SQLException {
        byte[] body = new byte[20_000];
        new Random(number).nextBytes(body);
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement("insert into stored values (?, ?)")) {
            statement.setInt(1, number);
            statement.setBytes(2, body);
            statement.execute();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static int count(Connection connection) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery("select count(*) from stored")) {
            row.next();
            return row.getInt(1);
        }
    }
}
