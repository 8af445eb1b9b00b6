package io.tidemark.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * An H2 database. While its server runs, no other process can open it: the server is asked for a copy by a file beside it. The copy
 * is what a power failure would have left, so it is opened once, which brings it into order, and made small.
 */
final class EmbeddedSnapshot implements Snapshot {

    private static final String FILE = "tidemark.mv.db";
    private static final int IN_USE = 90020;
    private static final Set<Integer> CLOSED = Set.of(90098, 90121);
    private static final int LOOK_MILLIS = 200;
    private static final Duration UNTIL_TAKEN = Duration.ofSeconds(30);
    private static final Duration WITHOUT_PROGRESS = Duration.ofMinutes(2);

    private final Store store;
    private @Nullable Connection connection;
    private @Nullable Path copied;

    EmbeddedSnapshot(Store store) {
        this.store = store;
    }

    @Override
    public void copyTo(Path directory) throws IOException, SQLException, InterruptedException {
        Path beside = store.data().resolve("h2");
        if (!Files.exists(beside.resolve(FILE))) {
            throw new BackupFailure("There is no H2 database in " + beside + '.');
        }
        Path database = Files.createDirectories(directory.resolve("h2")).resolve(FILE);
        copied = database;
        Path copy = directory.resolve("copy.zip");
        if (!copiesItself(copy)) {
            copy = ask(beside);
        }
        try {
            unpack(copy, database);
        } finally {
            Files.delete(copy);
        }
        try (Connection opened = open(directory);
                Statement statement = opened.createStatement()) {
            statement.execute("shutdown compact");
        } catch (SQLException e) {
            if (!CLOSED.contains(e.getErrorCode())) {
                throw e;
            }
            // It is closed, as it was to be.
        }
        connection = open(directory);
        connection.setAutoCommit(false);
    }

    /** Copies a database that no server has open; says whether it was so. */
    private boolean copiesItself(Path copy) throws SQLException {
        try (Connection opened = store.connect();
                PreparedStatement backup = opened.prepareStatement("backup to ?")) {
            backup.setString(1, copy.toString());
            backup.execute();
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() == IN_USE) {
                return false;
            }
            throw e;
        }
    }

    private Connection open(Path directory) throws SQLException {
        return DriverManager.getConnection(Store.embedded(directory), store.user(), store.password());
    }

    /** Has the server make a copy; the name is new, so that nobody takes another's. */
    private static Path ask(Path directory) throws IOException, InterruptedException {
        String name = UUID.randomUUID().toString();
        Path written = directory.resolve("copy-" + name + ".ask");
        Path request = directory.resolve("copy-request");
        Path copy = directory.resolve("copy-" + name + ".zip");
        Path growing = directory.resolve("copy-" + name + ".zip.part");
        Path failed = directory.resolve("copy-" + name + ".failed");
        Files.writeString(written, name);
        Files.setOwner(written, Files.getOwner(directory));
        Files.move(written, request);
        long size = 0;
        long waited = System.nanoTime();
        while (!Files.exists(copy)) {
            if (Files.exists(failed)) {
                String why = Files.readString(failed);
                Files.delete(failed);
                throw new BackupFailure("The server could not copy its database: " + why);
            }
            boolean taken = !Files.exists(request);
            long grown = Files.exists(growing) ? Files.size(growing) : 0;
            if (grown > size) {
                size = grown;
                waited = System.nanoTime();
            }
            Duration patience = taken ? WITHOUT_PROGRESS : UNTIL_TAKEN;
            if (System.nanoTime() - waited > patience.toNanos()) {
                Files.deleteIfExists(request);
                throw new BackupFailure(
                        "The process that has the database open makes no copy of it; is it the server, of this"
                                + " version?");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return copy;
    }

    private static void unpack(Path copy, Path database) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(copy))) {
            ZipEntry entry = in.getNextEntry();
            if (entry == null) {
                throw new BackupFailure("The server's copy of its database is empty.");
            }
            try (InputStream content = in) {
                Files.copy(content, database);
            }
        }
    }

    @Override
    public Connection state() throws SQLException {
        if (connection == null) {
            throw new SQLException("Nothing has been copied.");
        }
        return connection;
    }

    @Override
    public void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
        if (copied != null && Files.exists(copied)) {
            // Opening and closing it have written to it.
            ContentCopy.synchronise(copied, StandardOpenOption.WRITE);
        }
    }
}
