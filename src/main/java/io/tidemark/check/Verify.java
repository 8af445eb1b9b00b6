package io.tidemark.check;

import io.tidemark.content.ContentCheck;
import io.tidemark.content.ContentHash;
import io.tidemark.journal.JournalCheck;
import io.tidemark.namespace.ReferenceCheck;
import io.tidemark.quota.QuotaCheck;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
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
    private static final int LISTED = 100;
    private static final int PATHS = 5;

    @Mixin
    private final Store store = new Store();

    @Option(names = "--content", description = "Read every stored content, too, and compare it with its hash.")
    private boolean content;

    private long findings;

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
            check(connection);
            connection.rollback();
        } catch (SQLException | IllegalArgumentException e) {
            System.err.println("verify: " + e.getMessage());
            return UNUSABLE;
        }
        if (findings > LISTED) {
            System.out.printf("%d more findings.%n", findings - LISTED);
        }
        return findings == 0 ? 0 : BROKEN;
    }

    private void check(Connection connection) throws SQLException, IOException {
        long changes = new JournalCheck(connection, this::found).run();
        System.out.printf("%d changes are as they were written.%n", changes);
        ReferenceCheck references = new ReferenceCheck(connection);
        references.run(this::found);
        new QuotaCheck(connection).run(this::found);
        if (content) {
            long before = findings;
            long bodies =
                    new ContentCheck(connection, store.contents(), (hash, what) -> found(hash, what, references)).run();
            System.out.printf("%d of %d contents are as they were stored.%n", bodies - (findings - before), bodies);
        }
    }

    private void found(ContentHash hash, String what, ReferenceCheck references) {
        try {
            List<String> paths = references.pathsOf(hash.bytes(), PATHS);
            found("Content %s: %s; %s"
                    .formatted(
                            hash,
                            what,
                            paths.isEmpty() ? "nothing shows it." : "shown at " + String.join(", ", paths)));
        } catch (SQLException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private void found(String finding) {
        if (++findings <= LISTED) {
            System.out.println(finding);
        }
    }
}
