package io.tidemark.check;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command line {@code scripts/new-incarnation}: begins another life of a store that was restored. */
@Command(
        name = "new-incarnation",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = "To be run once after a backup was restored, before the server starts: every sync token that was"
                + " given out before is refused from then on, and clients compare all that they have.",
        footer = {"", "Exit codes:", "  0  done", "  2  the database cannot be changed"})
public final class NewIncarnation implements Callable<Integer> {

    private static final int UNUSABLE = 2;

    @Mixin
    private final Store store = new Store();

    /** Runs, and ends the process with the exit code that the class names. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new NewIncarnation()).execute(arguments));
    }

    @Override
    public Integer call() {
        UUID incarnation = UUID.randomUUID();
        try (Connection connection = store.connect();
                PreparedStatement update = connection.prepareStatement("update journal_head set incarnation = ?")) {
            update.setObject(1, incarnation);
            if (update.executeUpdate() != 1) {
                throw new SQLException("The journal has no head.");
            }
            connection.commit();
        } catch (SQLException | IllegalArgumentException e) {
            System.err.println("new-incarnation: " + e.getMessage());
            return UNUSABLE;
        }
        System.out.println("The store's incarnation is " + incarnation + " now.");
        return 0;
    }
}
