package io.tidemark.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Tidemark of its own, as {@code scripts/serve} starts it, configured by a script of {@code wildfly-config/}. */
public final class OwnServer implements AutoCloseable {
    private static final Pattern DATABASE = Pattern.compile("-Dtidemark\\.db\\.url=(\\S+)");

    private final ServerProcess process;
    private final int port;

    private OwnServer(ServerProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts one with an empty database.
     *
     * @param script the script's name
     * @param changed what a test has an administrator change in the script
     * @param settings as environment variables
     */
    public static OwnServer start(String script, UnaryOperator<String> changed, Map<String, String> settings)
            throws IOException, InterruptedException {
        int port = ServerProcess.freePort();
        Path directory = Path.of(System.getProperty("it.directory"), script.replace(".cli", ""));
        Directories.empty(directory);
        Path file = directory.resolve(script);
        Files.writeString(file, changed.apply(Files.readString(Path.of("wildfly-config", script))));
        var command = List.of(
                "scripts/serve",
                "--port",
                Integer.toString(port),
                "--data",
                directory.resolve("data").toString(),
                "--script",
                file.toString());
        return new OwnServer(
                ServerProcess.start(
                        command, settings, "Server configuration file in use", directory.resolve("console.log")),
                port);
    }

    /**
     * Starts another node of the server that is tested, on the same database; its larger contents are its own.
     *
     * @throws IllegalStateException where the database is not one that nodes can share
     */
    public static OwnServer besides() throws IOException, InterruptedException {
        Matcher url = DATABASE.matcher(System.getProperty("it.database.options"));
        if (!url.find()) {
            throw new IllegalStateException("Nodes share a PostgreSQL.");
        }
        int port = ServerProcess.freePort();
        Path directory = Path.of(System.getProperty("it.directory"), "node");
        Directories.empty(directory);
        var command = List.of(
                "scripts/serve",
                "--port",
                Integer.toString(port),
                "--data",
                directory.resolve("data").toString(),
                "--database",
                url.group(1),
                "--database-user",
                "postgres");
        // Its index would be of all that other tests have left.
        var settings = Map.of(
                "TIDEMARK_DB_PASSWORD",
                "postgres",
                "JAVA_OPTS",
                "-Dtidemark.db.pool.max=10",
                "TIDEMARK_SEARCH_INDEX",
                "false");
        return new OwnServer(
                ServerProcess.start(
                        command, settings, "Server configuration file in use", directory.resolve("console.log")),
                port);
    }

    public int port() {
        return port;
    }

    /** All that it has logged. */
    public String log() throws IOException {
        return process.log();
    }

    @Override
    public void close() throws InterruptedException {
        process.close();
    }
}
