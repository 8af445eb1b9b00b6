package io.tidemark.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the journal is what the sequencer wrote: every change from the oldest that is kept to the head is there, in
 * its place, with all its rows as they were. It reads page by page, in the transaction of the connection that it is given.
 */
public final class JournalCheck {

    private static final int PAGE = 100;
    private static final int FETCH = 1_000;

    private final Connection connection;
    private final Consumer<String> findings;
    private @Nullable ChangeLink previous;
    private long checked;

    /** A check that tells {@code findings} what is wrong, in sentences. */
    public JournalCheck(Connection connection, Consumer<String> findings) {
        this.connection = connection;
        this.findings = findings;
    }

    private record Head(long number, byte[] hash, long purged) {}

    /**
     * Runs the check.
     *
     * @return how many changes were found as they should be
     */
    public long run() throws SQLException {
        Head head = head();
        if (head == null) {
            findings.accept("The journal has no head.");
            return 0;
        }
        long first = single("select coalesce(min(number), 0) from change_link");
        if (first == 0) {
            first = head.purged() + 1;
        }
        if (first > head.purged() + 1) {
            findings.accept("The changes %d to %d are missing.".formatted(head.purged() + 1, first - 1));
        }
        previous = first == 1 ? ChangeLink.BEGINNING : null;
        for (long from = first; from <= head.number(); from += PAGE) {
            checkPage(from, Math.min(from + PAGE - 1, head.number()));
        }
        checkEnd(head);
        checkSettled();
        checkMarks();
        return checked;
    }

    private @Nullable Head head() throws SQLException {
        try (PreparedStatement statement = prepare("select number, hash, purged from journal_head");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? new Head(row.getLong(1), row.getBytes(2), row.getLong(3)) : null;
        }
    }

    private void checkPage(long from, long to) throws SQLException {
        try (PreparedStatement links = prepare("select number, change_id, at, hash from change_link"
                        + " where number >= ? and number <= ? order by number");
                PreparedStatement rows = prepare("select " + UnnumberedRow.COLUMNS + ", number from journal"
                        + " where number >= ? and number <= ? order by number, place, ordinal")) {
            Links link = new Links(execute(links, from, to));
            Rows row = new Rows(execute(rows, from, to));
            for (long number = from; number <= to; number++) {
                check(number, link.of(number), row.of(number));
            }
        }
    }

    private static ResultSet execute(PreparedStatement statement, long from, long to) throws SQLException {
        statement.setLong(1, from);
        statement.setLong(2, to);
        return statement.executeQuery();
    }

    private void check(long number, @Nullable ChangeLink link, List<UnnumberedRow> rows) {
        ChangeLink before = previous;
        previous = link;
        if (link == null) {
            findings.accept("Change %d is missing.".formatted(number));
        } else if (rows.isEmpty()) {
            findings.accept("The chain breaks at change %d: its rows are missing.".formatted(number));
        } else if (before != null && !link.isSame(before.next(rows))) {
            findings.accept("The chain breaks at change %d of %s: its rows, or the link before, are not what they were."
                    .formatted(number, link.at()));
        } else {
            // The oldest that is kept has nothing before it to be checked against.
            checked++;
        }
    }

    private void checkEnd(Head head) throws SQLException {
        ChangeLink last = previous;
        if (last != null && last.number() == head.number() && !Arrays.equals(last.hash(), head.hash())) {
            findings.accept("The head is not at change %d, though it has its number.".formatted(head.number()));
        }
        long beyond = single("select count(*) from change_link where number > " + head.number())
                + single("select count(*) from journal where number > " + head.number());
        if (beyond > 0) {
            findings.accept(
                    "There are %d rows of changes after the head, which is at %d.".formatted(beyond, head.number()));
        }
    }

    /** Nobody would look for them any more. */
    private void checkSettled() throws SQLException {
        long overlooked = single("select count(*) from journal where number is null and place <="
                + " (select settled from journal_head)");
        if (overlooked > 0) {
            findings.accept("%d rows wait for a number in a part of the line that is settled.".formatted(overlooked));
        }
    }

    /** Tokens are made of the marks. */
    private void checkMarks() throws SQLException {
        long wrong = single("select count(*) from collection_mark m join change_link l on l.number = m.number"
                + " where m.link is not null and m.link <> l.hash");
        if (wrong > 0) {
            findings.accept("%d collections are marked with hashes that their changes do not have.".formatted(wrong));
        }
    }

    private long single(String query) throws SQLException {
        try (PreparedStatement statement = prepare(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private PreparedStatement prepare(String query) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        statement.setFetchSize(FETCH);
        return statement;
    }

    /** The links of a page, taken one by one. */
    private static final class Links {

        private final ResultSet rows;
        private boolean more;

        Links(ResultSet rows) throws SQLException {
            this.rows = rows;
            more = rows.next();
        }

        @Nullable
        ChangeLink of(long number) throws SQLException {
            if (!more || rows.getLong(1) != number) {
                return null;
            }
            ChangeLink link = ChangeLink.read(rows);
            more = rows.next();
            return link;
        }
    }

    /** The rows of a page, taken change by change. */
    private static final class Rows {

        private final ResultSet rows;
        private boolean more;

        Rows(ResultSet rows) throws SQLException {
            this.rows = rows;
            more = rows.next();
        }

        List<UnnumberedRow> of(long number) throws SQLException {
            List<UnnumberedRow> change = new ArrayList<>();
            while (more && rows.getLong(UnnumberedRow.WIDTH + 1) == number) {
                change.add(UnnumberedRow.read(rows));
                more = rows.next();
            }
            return change;
        }
    }
}
