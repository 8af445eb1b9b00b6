package io.tidemark.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A user who has as many locks, checkouts, labels, configurations, sets or maps as one can have gets no other; others do. */
@ArquillianTest
class FloodingIT {
    private static final String LOCK =
            "<lockinfo xmlns=\"DAV:\"><lockscope><shared/></lockscope>" + "<locktype><write/></locktype></lockinfo>";
    private static final String FLOODER = "flooder";
    private static final int LOCKS = 10_000;
    private static final int LABELS = 100_000;

    private final Dav flooder = Dav.as(FLOODER);
    private final Dav other = Dav.as("other");

    @Resource(lookup = "java:jboss/datasources/Tidemark")
    private DataSource database;

    @AfterEach
    void takeTheFloodAway() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (String table : new String[] {"dav_lock", "checkout", "revision_label"}) {
                statement.executeUpdate("delete from " + table + " where principal = '" + FLOODER + "'");
            }
            for (String table : new String[] {"configuration", "checkin_set", "version_map"}) {
                statement.executeUpdate("delete from " + table + " where author = '" + FLOODER + "'");
            }
        }
    }

    @Test
    void locksHaveACeiling() throws SQLException {
        String file = versioned("locks");
        lock(flooder, file).expect(200);
        insert(
                "insert into dav_lock (token, resource_id, root, exclusive, infinite, principal, timeout_seconds, expires_at)"
                        + " values (?, ?, '/files/none', false, false, 'flooder', 60, ?)",
                LOCKS - 2,
                (statement, i) -> {
                    statement.setObject(1, UUID.randomUUID());
                    statement.setObject(2, UUID.randomUUID());
                    statement.setObject(3, OffsetDateTime.now(ZoneOffset.UTC).plusHours(1));
                });
        lock(flooder, file).expect(200);
        assertThat(lock(flooder, file).expect(507).text()).contains("too-many-locks");
        lock(other, file).expect(200);
        String both =
                "<checkout xmlns=\"DAV:\"><wrlocktype><write/></wrlocktype><wrlockscope><exclusive/></wrlockscope></checkout>";
        assertThat(flooder.request("CHECKOUT", file)
                        .body(both)
                        .send()
                        .expect(507)
                        .text())
                .contains("too-many-locks");
    }

    @Test
    void checkoutsHaveACeiling() throws SQLException {
        String file = versioned("checkouts");
        insert(
                "insert into checkout (working_id, resource_id, base_number, branch_number, principal)"
                        + " values (?, ?, 1, 0, 'flooder')",
                LOCKS - 1,
                (statement, i) -> {
                    statement.setObject(1, UUID.randomUUID());
                    statement.setObject(2, UUID.randomUUID());
                });
        String empty = "<checkout xmlns=\"DAV:\"/>";
        String working = flooder.request("CHECKOUT", file)
                .body(empty)
                .send()
                .expect(201)
                .header("Location")
                .orElseThrow();
        assertThat(flooder.request("CHECKOUT", file)
                        .body(empty)
                        .send()
                        .expect(507)
                        .text())
                .contains("too-many-checkouts");
        assertThat(flooder.request("CHECKOUT", file).send().expect(507).text()).contains("too-many-checkouts");
        other.request("CHECKOUT", file).body(empty).send().expect(201);
        flooder.request("UNCHECKOUT", working).send().expect(200);
    }

    @Test
    void labelsHaveACeiling() throws SQLException {
        String file = versioned("labels");
        setLabels(flooder, file, "a,b").expect(207);
        UUID elsewhere = UUID.randomUUID();
        insert(
                "insert into revision_label (resource_id, label, number, principal) values (?, ?, 1, 'flooder')",
                LABELS - 3,
                (statement, i) -> {
                    statement.setObject(1, elsewhere);
                    statement.setString(2, "l" + i);
                });
        assertThat(setLabels(flooder, file, "a,b,c,d").expect(207).text()).contains("too-many-labels");
        assertThat(setLabels(flooder, file, "a,b,c").expect(207).text()).doesNotContain("too-many-labels");
        assertThat(label(flooder, file, "d").expect(507).text()).contains("too-many-labels");
        label(other, file, "d").expect(200);
        assertThat(setLabels(other, file, "a,d,e").expect(207).text()).doesNotContain("too-many-labels");
        label(flooder, file, "f").expect(200);
    }

    @Test
    void configurationsHaveACeiling() throws SQLException {
        insert(
                "insert into configuration (id, kind, inheritance, created_at, author)"
                        + " values (?, 'DYNAMIC', 'NONE', ?, 'flooder')",
                LOCKS - 1,
                (statement, i) -> {
                    statement.setObject(1, UUID.randomUUID());
                    statement.setObject(2, OffsetDateTime.now(ZoneOffset.UTC));
                });
        makesOneMore(
                "too-many-configurations",
                (user, name) -> user.request("MKCONFIG", "/configurations/")
                        .body("<createconfiguration xmlns=\"DAV:\"><configurationtype>Workspace</configurationtype>"
                                + "</createconfiguration>"));
    }

    @Test
    void checkinSetsHaveACeiling() throws SQLException {
        insert(
                "insert into checkin_set (collection_id, configuration_id, closed, author)"
                        + " values (?, '00000000-0000-7000-8000-000000000001', false, 'flooder')",
                LOCKS - 1,
                (statement, i) -> statement.setObject(1, UUID.randomUUID()));
        makesOneMore(
                "too-many-checkin-sets", (user, name) -> user.request("MKCHECKINSET", "/checkinsets/default/" + name));
    }

    @Test
    void mapsHaveACeiling() throws SQLException {
        insert(
                "insert into version_map (name, author, created_at) values (?, 'flooder', ?)",
                LOCKS - 1,
                (statement, i) -> {
                    statement.setString(1, "flood-" + i);
                    statement.setObject(2, OffsetDateTime.now(ZoneOffset.UTC));
                });
        makesOneMore(
                "too-many-maps",
                (user, name) -> user.request("MKMAP", "/maps/" + name).body("<configurationmap xmlns=\"DAV:\"/>"));
    }

    /** What a user asks for, under a name. */
    @FunctionalInterface
    private interface Making {
        Dav.Request by(Dav user, String name);
    }

    private void makesOneMore(String condition, Making making) {
        String last = made(making.by(flooder, "flood-last"));
        assertThat(making.by(flooder, "flood-too-many").send().expect(507).text())
                .contains(condition);
        String others = made(making.by(other, "flood-other"));
        flooder.request("DELETE", last).send().expect(204);
        other.request("DELETE", others).send().expect(204);
    }

    private static String made(Dav.Request request) {
        return request.send().expect(201).header("Location").orElseThrow();
    }

    @Test
    void aListOfLabelsHasACeiling() {
        String file = versioned("list");
        String list = IntStream.rangeClosed(0, 1_000).mapToObj(i -> "l" + i).collect(Collectors.joining(","));
        assertThat(setLabels(other, file, list).expect(207).text()).contains("too-many-labels");
        assertThat(setLabels(other, file, list.substring(3)).expect(207).text()).doesNotContain("too-many-labels");
    }

    private String versioned(String name) {
        String file = "/files/flood-" + name;
        other.put(file, "x").send().expect(201);
        other.request("VERSION", file).send().expect(200);
        return file;
    }

    private static Answer lock(Dav user, String file) {
        return user.request("LOCK", file).header("Depth", "0").body(LOCK).send();
    }

    private static Answer setLabels(Dav user, String file, String labels) {
        return user.request("PROPPATCH", file)
                .header("Revision-Id", "V1")
                .body("<propertyupdate xmlns=\"DAV:\"><set><prop><revisionlabel>" + labels
                        + "</revisionlabel></prop></set></propertyupdate>")
                .send();
    }

    private static Answer label(Dav user, String file, String label) {
        return user.request("LABEL", file)
                .body("<label xmlns=\"DAV:\"><add><label-name>" + label + "</label-name></add></label>")
                .send();
    }

    /** Sets the parameters of one row. */
    private interface Parameters {
        void set(PreparedStatement statement, int row) throws SQLException;
    }

    private void insert(String sql, int rows, Parameters parameters) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < rows; i++) {
                parameters.set(statement, i);
                statement.addBatch();
                if (i % 1_000 == 999) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }
}
