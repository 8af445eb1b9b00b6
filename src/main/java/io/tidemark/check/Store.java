package io.tidemark.check;

import io.tidemark.content.FileContentStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a Tidemark keeps what it has: the options that name it, which default to the server's settings. */
final class Store {

    private static final String H2_OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;IFEXISTS=TRUE";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data directory: the H2 database is in its h2/, contents are in its content/.")
    private @Nullable Path data = path("TIDEMARK_DATA");

    @Option(
            names = "--content-directory",
            paramLabel = "DIR",
            description = "Where contents are, if not in the data directory.")
    private @Nullable Path content = path("TIDEMARK_CONTENT");

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "JDBC URL of a PostgreSQL database, instead of an H2 database in the data directory.")
    private @Nullable String database = System.getenv("TIDEMARK_DB_URL");

    @Option(names = "--database-user", paramLabel = "U", description = "tidemark unless told.")
    private String user = setting("TIDEMARK_DB_USER");

    @Option(
            names = "--database-password",
            paramLabel = "P",
            description = "Better: in the environment, as TIDEMARK_DB_PASSWORD, where others cannot read it.")
    private String password = setting("TIDEMARK_DB_PASSWORD");

    private static @Nullable Path path(String variable) {
        return Optional.ofNullable(System.getenv(variable)).map(Path::of).orElse(null);
    }

    private static String setting(String variable) {
        return Objects.requireNonNullElse(System.getenv(variable), "tidemark");
    }

    /**
     * Connects to the database, with a transaction begun. An H2 database can be open in one process only.
     *
     * @throws SQLException when there is none, or it does not answer, or the server has it open
     */
    Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url(), user, password);
        connection.setAutoCommit(false);
        return connection;
    }

    /** The data directory. */
    Path data() {
        if (data == null) {
            throw new IllegalArgumentException("Say where the data directory is: --data.");
        }
        return data.toAbsolutePath().normalize();
    }

    /** Where the contents are. */
    Path contentDirectory() {
        Path directory = content != null ? content : data == null ? null : data.resolve("content");
        if (directory == null) {
            throw new IllegalArgumentException("Say where the contents are: --data or --content-directory.");
        }
        return directory.toAbsolutePath().normalize();
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    /** The URL of an H2 database in a data directory. */
    static String embedded(Path directory) {
        return "jdbc:h2:file:" + directory.toAbsolutePath().normalize().resolve("h2/tidemark") + H2_OPTIONS;
    }

    /** Whether other processes may have the database open meanwhile. */
    boolean isShared() {
        return database != null && database.startsWith("jdbc:postgresql:");
    }

    /** The content store. */
    FileContentStore contents() {
        return new FileContentStore(contentDirectory());
    }

    /** The JDBC URL of the database. */
    String url() {
        if (database != null) {
            return database;
        }
        if (data == null) {
            throw new IllegalArgumentException("Say where the database is: --data or --database.");
        }
        return embedded(data);
    }
}
