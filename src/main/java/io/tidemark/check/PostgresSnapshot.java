package io.tidemark.check;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/**
 * A database of PostgreSQL, by {@code pg_dump}: it needs no right but to read, no setting of the server, and can be restored
 * into another version. The checks see the same snapshot.
 */
final class PostgresSnapshot implements Snapshot {

    /** What a backup's directory calls it. */
    static final String FILE = "database.dump";

    private static final String PREFIX = "jdbc:";

    private final Store store;
    private final Connection connection;

    PostgresSnapshot(Store store) throws SQLException {
        this.store = store;
        this.connection = store.connect();
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        try (Statement statement = connection.createStatement()) {
            // The contents may take longer to copy than a server lets transactions rest.
            statement.execute("set idle_in_transaction_session_timeout = 0");
        }
    }

    @Override
    public void copyTo(Path directory) throws IOException, SQLException, InterruptedException {
        Path dump = directory.resolve(FILE);
        run(List.of(
                "pg_dump",
                "--format=custom",
                "--no-password",
                "--snapshot=" + snapshot(),
                "--file=" + dump,
                "--dbname=" + address(store.url())));
        // Reads the archive from its beginning to its end.
        run(List.of("pg_restore", "--file=/dev/null", dump.toString()));
    }

    private String snapshot() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_export_snapshot()")) {
            row.next();
            return Objects.requireNonNull(row.getString(1));
        }
    }

    /** The address that libpq knows the database by: without what is for the driver alone. */
    static String address(String url) {
        String plain = url.substring(PREFIX.length());
        int query = plain.indexOf('?');
        if (query < 0) {
            return plain;
        }
        StringBuilder address = new StringBuilder(plain.substring(0, query));
        char separator = '?';
        for (String parameter : plain.substring(query + 1).split("&", -1)) {
            if (parameter.startsWith("ssl") && !parameter.startsWith("ssl=") && !parameter.startsWith("sslfactory")) {
                address.append(separator).append(parameter);
                separator = '&';
            }
        }
        return address.toString();
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(Redirect.INHERIT)
                .redirectError(Redirect.INHERIT);
        builder.environment().put("PGUSER", store.user());
        builder.environment().put("PGPASSWORD", store.password());
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new BackupFailure(
                    command.get(0) + " is needed, of PostgreSQL's version or a later one: " + e.getMessage());
        }
        try {
            if (process.waitFor() != 0) {
                throw new BackupFailure(command.get(0) + " failed; it has said why.");
            }
        } finally {
            process.destroy();
        }
    }

    @Override
    public Connection state() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
