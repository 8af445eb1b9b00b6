package io.tidemark.journal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the check says of the journal as the sequencer wrote it, and of one that somebody has changed since. */
@ArquillianTest
class JournalCheckIT {
    @Resource(lookup = "java:jboss/datasources/Tidemark")
    private DataSource database;

    @Resource(lookup = "java:jboss/UserTransaction")
    private UserTransaction transaction;

    @Inject
    private Change change;

    @Inject
    private Sequencer sequencer;

    private long head;

    @BeforeEach
    void writeChanges() throws Exception {
        for (int i = 0; i < 20; i++) {
            transaction.begin();
            change.changed(UUID.randomUUID());
            change.changed(UUID.randomUUID());
            transaction.commit();
        }
        head = sequencer.sequence();
    }

    @Test
    void findsNothingWhereNothingWasChanged() throws Exception {
        transaction.begin();
        try (Connection connection = database.getConnection()) {
            List<String> findings = new ArrayList<>();
            long checked = new JournalCheck(connection, findings::add).run();
            assertThat(findings).isEmpty();
            assertThat(checked).isGreaterThanOrEqualTo(20);
        } finally {
            transaction.rollback();
        }
    }

    @Test
    void numbersHaveNoGapsAndEachCarriesTheHashOfTheOneBefore() throws Exception {
        for (int i = 0; i < 4; i++) {
            transaction.begin();
            change.changed(UUID.randomUUID());
            transaction.commit();
            if (i % 2 == 1) {
                // A place in line that no change takes.
                query("select nextval('journal_seq')", row -> row.getLong(1));
            }
        }
        sequencer.sequence();
        TreeMap<Long, byte[]> stored = new TreeMap<>();
        query(
                "select number, hash from change_link order by number",
                row -> stored.put(row.getLong(1), row.getBytes(2)));
        long first = stored.firstKey();
        assertThat(stored.lastKey() - first + 1).as("numbers without gaps").isEqualTo(stored.size());
        byte[] before = first == 1 ? new byte[32] : null;
        for (var link : stored.entrySet()) {
            if (before != null) {
                assertThat(hash(before, link.getKey()))
                        .as("hash of change %d", link.getKey())
                        .isEqualTo(link.getValue());
            }
            before = link.getValue();
        }
    }

    /** The hash that a change should have: of the hash before it, its number, and its rows in their order. */
    private byte[] hash(byte[] before, long number) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(before);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        query(
                "select change_id, kind, member_id, resource_id, principal, at from journal where number = " + number
                        + " order by ordinal",
                row -> {
                    var text = String.join(
                            "|",
                            row.getString(1),
                            row.getString(2),
                            row.getString(3) == null ? "null" : row.getString(3),
                            row.getString(4) == null ? "null" : row.getString(4),
                            row.getString(5),
                            row.getObject(6, OffsetDateTime.class).toInstant().toString());
                    digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
                });
        return digest.digest();
    }

    private void query(String sql, Row row) throws Exception {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                row.read(rows);
            }
        }
    }

    private interface Row {
        void read(ResultSet row) throws Exception;
    }

    @Test
    void saysWhereARowWasChanged() throws Exception {
        for (String set : List.of(
                "principal = 'mallory'",
                "kind = 'UNMAPPED'",
                "member_id = 7",
                "at = timestamp with time zone '2001-01-01 00:00:00+00'",
                "change_id = '00000000-0000-7000-8000-000000000001'")) {
            assertThat(findingsAfter("update journal set " + set + " where number = " + (head - 5)))
                    .as(set)
                    .singleElement()
                    .asString()
                    .startsWith("The chain breaks at change " + (head - 5) + " ");
        }
    }

    @Test
    void saysWhereRowsWereTakenAway() throws Exception {
        long number = head - 5;
        assertThat(findingsAfter("delete from journal where ordinal = 0 and number = " + number))
                .singleElement()
                .asString()
                .startsWith("The chain breaks at change " + number + " ");
        assertThat(findingsAfter("delete from journal where number = " + number))
                .containsExactly("The chain breaks at change " + number + ": its rows are missing.");
        assertThat(findingsAfter(
                        "delete from journal where number = " + number,
                        "delete from change_link where number = " + number))
                .containsExactly("Change " + number + " is missing.");
    }

    @Test
    void saysWhereALinkWasForged() throws Exception {
        assertThat(findingsAfter("update change_link set hash = (select hash from change_link where number = "
                        + (head - 8) + ") where number = " + (head - 5)))
                .hasSizeGreaterThanOrEqualTo(2)
                .first()
                .asString()
                .startsWith("The chain breaks at change " + (head - 5) + " ");
    }

    @Test
    void saysThatTheEndIsNotTheHead() throws Exception {
        assertThat(findingsAfter("delete from change_link where number = " + head))
                .contains("Change " + head + " is missing.");
        assertThat(findingsAfter("update journal_head set number = " + (head - 1)))
                .anyMatch(finding -> finding.startsWith("The head is not at change " + (head - 1)))
                .anyMatch(finding -> finding.startsWith("There are 3 rows of changes after the head"));
    }

    /** What the check finds in a transaction that did this; it is rolled back. */
    private List<String> findingsAfter(String... statements) throws Exception {
        transaction.begin();
        try (Connection connection = database.getConnection()) {
            for (String statement : statements) {
                execute(connection, statement);
            }
            List<String> findings = new ArrayList<>();
            new JournalCheck(connection, findings::add).run();
            return findings;
        } finally {
            transaction.rollback();
        }
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var update = connection.createStatement()) {
            assertThat(update.executeUpdate(statement)).isPositive();
        }
    }
}
