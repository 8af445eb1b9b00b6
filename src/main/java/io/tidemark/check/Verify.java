package io.tidemark.check;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line {@code scripts/verify}: says whether a store is what the server wrote. */
@Command(
        name = "verify",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description =
                "Checks the hash chain of the journal, that no row lacks another, and what quotas count. It changes nothing. An H2"
                        + " database can be checked while its server is stopped, a PostgreSQL database at any time.",
        footer = {
            "",
            "Exit codes:",
            "  0  all is as it should be",
            "  1  what was listed is not",
            "  2  nothing could be checked"
        })
public final class Verify implements Callable<Integer> {

    private static final int BROKEN = 1;
    private static final int UNUSABLE = 2;

    @Mixin
    private final Store store = new Store();

    @Option(names = "--content", description = "Read every stored content, too, and compare it with its hash.")
    private boolean content;

    /** Runs, and ends the process with the exit code that the class names. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Verify()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        try (Connection connection = store.connect()) {
            if (store.isShared()) {
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                connection.setReadOnly(true);
            }
            Findings findings = new Findings(connection);
            findings.look();
            if (content) {
                findings.look(store.contents());
            }
            connection.rollback();
            return findings.end() == 0 ? 0 : BROKEN;
        } catch (SQLException | IllegalArgumentException e) {
            System.err.println("verify: " + e.getMessage());
            return UNUSABLE;
        }
    }
}
