package io.tidemark.check;

import io.tidemark.content.ContentCheck;
import io.tidemark.content.ContentHash;
import io.tidemark.content.ContentStore;
import io.tidemark.journal.JournalCheck;
import io.tidemark.namespace.ReferenceCheck;
import io.tidemark.quota.QuotaCheck;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Checks a state of a store, and says on standard output what is not as the server wrote it. */
final class Findings {

    private static final int LISTED = 100;
    private static final int PATHS = 5;

    private final Connection connection;
    private long findings;

    /** What is found in the state that a connection sees. */
    Findings(Connection connection) {
        this.connection = connection;
    }

    /** Looks for breaks in the journal's chain, for rows that lack others, and at what quotas count. */
    void look() throws SQLException {
        long changes = new JournalCheck(connection, this::found).run();
        System.out.printf("%d changes are as they were written.%n", changes);
        new ReferenceCheck(connection).run(this::found);
        new QuotaCheck(connection).run(this::found);
    }

    /** Reads every content that rows name, and compares it with its hash. */
    void look(ContentStore contents) throws SQLException, IOException {
        long before = findings;
        ReferenceCheck references = new ReferenceCheck(connection);
        long bodies = new ContentCheck(connection, contents, (hash, what) -> found(hash, what, references)).run();
        System.out.printf("%d of %d contents are as they were stored.%n", bodies - (findings - before), bodies);
    }

    /** How many there were; says so if not all were listed. */
    long end() {
        if (findings > LISTED) {
            System.out.printf("%d more findings.%n", findings - LISTED);
        }
        return findings;
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
