package io.tidemark.check;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command line {@code scripts/find-change}: says which number a change has that the audit log names. */
@Command(
        name = "find-change",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description =
                "Prints the number, the time and the author of a change. It changes nothing. An H2 database can be"
                        + " asked while its server is stopped, a PostgreSQL database at any time.",
        footer = {
            "",
            "Exit codes:",
            "  0  the change was found",
            "  1  the journal has none of this identity, or has forgotten it",
            "  2  the database cannot be asked"
        })
public final class FindChange implements Callable<Integer> {

    private static final int UNKNOWN = 1;
    private static final int UNUSABLE = 2;

    private static final String QUERY = "select j.number, j.at, j.principal, count(*) from journal j"
            + " where j.number = (select l.number from change_link l where l.change_id = ?)"
            + " or (j.number is null and j.change_id = ?) group by j.number, j.at, j.principal";

    @Mixin
    private final Store store = new Store();

    @Parameters(paramLabel = "ID", description = "The change's identity: one of an audit line's \"changes\".")
    private UUID change = new UUID(0, 0);

    /** Runs, and ends the process with the exit code that the class names. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new FindChange()).execute(arguments));
    }

    @Override
    public Integer call() {
        try (Connection connection = store.connect();
                PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setObject(1, change);
            query.setObject(2, change);
            try (ResultSet rows = query.executeQuery()) {
                if (!rows.next()) {
                    System.out.println("The journal knows no change " + change + '.');
                    return UNKNOWN;
                }
                long number = rows.getLong(1);
                System.out.printf(
                        "%s of %s by %s; entries: %d%n",
                        rows.wasNull() ? "A change not numbered yet" : "Change " + number,
                        rows.getObject(2, OffsetDateTime.class).toInstant(),
                        rows.getString(3),
                        rows.getLong(4));
                return 0;
            }
        } catch (SQLException | IllegalArgumentException e) {
            System.err.println("find-change: " + e.getMessage());
            return UNUSABLE;
        }
    }
}
