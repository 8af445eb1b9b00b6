package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store of version 3, in a schema of its own, gets the numbered tree that it would have had. */
@ArquillianTest
class NumberedTreeUpgradeIT {
    private static final String SCHEMA = "upgrade";
    private static final String COLLECTION = "00000000-0000-0000-0000-00000000000c";

    @Resource(lookup = "java:jboss/datasources/Tidemark")
    private DataSource database;

    private Connection connection;
    private String schemaBefore;

    @BeforeEach
    void makeStore() throws Exception {
        flyway("3").migrate();
        connection = database.getConnection();
        schemaBefore = connection.getSchema();
        connection.setSchema(SCHEMA);
    }

    @AfterEach
    void dropStore() throws Exception {
        connection.setSchema(schemaBefore);
        connection.close();
        flyway("4").clean();
    }

    @Test
    void whatHasANumberIsInTheTreeAndWhatHasNoneIsNot() throws Exception {
        // Mapped, and nothing since.
        member(1, "r1", 1);
        mapped(1, 1, 10);
        mark(1, 10, 10);
        // Came with a copied collection.
        member(2, "r2", 2);
        // Mapped, replaced, unmapped.
        member(3, null, 3);
        mapped(3, 3, 11);
        former(3, "r3", 3, 4);
        mapped(3, 4, 12);
        former(3, "r4", 4, 5);
        event(3, "UNMAPPED", 5, 13);
        mark(3, 13, 12);
        // Mapped; then replaced twice by changes that wait.
        member(4, "r7", 8);
        mapped(4, 6, 14);
        former(4, "r5", 6, 7);
        mapped(4, 7, 0);
        former(4, "r6", 7, 8);
        mapped(4, 8, 0);
        mark(4, 14, 14);
        // Mapped for the first time by a change that waits.
        member(5, "r8", 9);
        mapped(5, 9, 0);
        // Mapped, and its boundary moved.
        member(6, "r9", 10);
        mapped(6, 10, 15);
        mapped(6, 11, 16);
        mark(6, 16, 16);
        // The same, but the move of the boundary waits.
        member(7, "r9", 12);
        mapped(7, 12, 17);
        mapped(7, 13, 0);
        mark(7, 17, 17);

        flyway("4").migrate();

        assertThat(rows("select member_id, resource_id, mapped from member_mark order by member_id"))
                .containsExactly("1 r1 10", "2 r2 0", "3 null 12", "4 r5 14", "5 null 0", "6 r9 16", "7 r9 17");
        assertThat(rows("select member_id, resource_id, mapped, ended from ended_mapping order by member_id, ended"))
                .containsExactly("3 r3 11 12", "3 r4 12 13", "6 r9 15 16");
        assertThat(rows("select member_id, resource_id, kind from journal where number is null"
                        + " order by member_id, place, ordinal"))
                .containsExactly("4 r7 MAPPED", "4 r7 MAPPED", "5 r8 MAPPED", "7 r9 MAPPED");
    }

    private Flyway flyway(String version) {
        return Flyway.configure(Migration.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .schemas(SCHEMA)
                .cleanDisabled(false)
                .target(version)
                .placeholders(Map.of("keep_small_bodies_in_their_rows", "select 1"))
                .load();
    }

    private void member(long id, String resource, int minute) throws Exception {
        update("insert into member (id, collection_id, name, resource_id, mapped_at) values (%d, '%s', 'n%d', %s, %s)"
                .formatted(id, COLLECTION, id, uuid(resource), time(minute)));
    }

    private void mapped(long member, int minute, long number) throws Exception {
        event(member, "MAPPED", minute, number);
    }

    /** A row of the change of that minute; without a number for 0. */
    private void event(long member, String kind, int minute, long number) throws Exception {
        update(("insert into journal (id, change_id, kind, member_id, principal, at, number)"
                        + " values (nextval('journal_seq'), %s, '%s', %d, 'writer', %s, %s)")
                .formatted(change(minute), kind, member, time(minute), number == 0 ? "null" : number));
        if (number != 0) {
            update("insert into change_link (number, change_id, at, hash) values (%d, %s, %s, '')"
                    .formatted(number, change(minute), time(minute)));
        }
    }

    private void former(long member, String resource, int from, int until) throws Exception {
        update(("insert into former_member (member_id, resource_id, mapped_at, unmapped_at, unmapped_by, change_id)"
                        + " values (%d, %s, %s, %s, 'writer', %s)")
                .formatted(member, uuid(resource), time(from), time(until), change(until)));
    }

    private void mark(long member, long number, long mapped) throws Exception {
        update(("insert into member_mark (member_id, collection_id, number, mapped, below, mark)"
                        + " values (%d, '%s', %d, %d, 0, %d)")
                .formatted(member, COLLECTION, number, mapped, number));
    }

    private void update(String statement) throws Exception {
        try (var update = connection.createStatement()) {
            update.executeUpdate(statement);
        }
    }

    /** Rows as text, resources by their short names. */
    private List<String> rows(String query) throws Exception {
        List<String> found = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            int width = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    values.add(String.valueOf(rows.getString(i)).replaceAll("^0{8}(-0{4}){3}-0{11}", "r"));
                }
                found.add(String.join(" ", values));
            }
        }
        return found;
    }

    private static String uuid(String resource) {
        return resource == null ? "null" : "'00000000-0000-0000-0000-00000000000" + resource.substring(1) + "'";
    }

    private static String change(int minute) {
        return "'00000000-0000-0000-0001-0000000000%02d'".formatted(minute);
    }

    private static String time(int minute) {
        return "timestamp with time zone '2026-01-01 00:%02d:00+00'".formatted(minute);
    }
}
