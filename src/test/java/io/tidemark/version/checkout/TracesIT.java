package io.tidemark.version.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import jakarta.annotation.Resource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a checkout leaves behind when it ends. */
@ArquillianTest
class TracesIT {
    private static final String WITH_LOCKS = """
            <D:checkout xmlns:D="DAV:"><D:wrlocktype><D:write/></D:wrlocktype><D:wrlockscope><D:shared/></D:wrlockscope>\
            <D:vrlocktype><D:write/></D:vrlocktype><D:vrlockscope><D:exclusive/></D:vrlockscope></D:checkout>""";
    private static final String COLOUR = """
            <D:propertyupdate xmlns:D="DAV:"><D:set><D:prop><x:colour xmlns:x="urn:x">%s</x:colour></D:prop></D:set>\
            </D:propertyupdate>""";

    private final Dav writer = Dav.as("writer");
    private final String file = "/files/traces-" + UUID.randomUUID() + ".txt";
    private final String content = "traces " + UUID.randomUUID();

    @Resource(lookup = "java:jboss/datasources/Tidemark")
    private DataSource database;

    @BeforeEach
    void makeAFile() {
        writer.put(file, "first").send().expect(201);
        writer.request("PROPPATCH", file).body(COLOUR.formatted("red")).send().expect(207);
        writer.request("VERSION", file).send().expect(200);
    }

    @Test
    void anUncheckoutLeavesNoRowAndGivesTheContentToTheCollector() throws Exception {
        List<Long> before = Rows.of(database);
        var checkedOut =
                writer.request("CHECKOUT", file).body(WITH_LOCKS).send().expect(201);
        String working = checkedOut.header("Location").orElseThrow();
        String token = checkedOut.header("Lock-Token").orElseThrow();
        writer.put(working, content).header("If", "(" + token + ")").send().expect(204);
        writer.request("PROPPATCH", working)
                .header("If", "(" + token + ")")
                .body(COLOUR.formatted("blue"))
                .send()
                .expect(207);
        assertThat(Rows.of(database)).isNotEqualTo(before);
        writer.request("UNCHECKOUT", working).header("Lock-Token", token).send().expect(200);
        assertThat(Rows.of(database)).isEqualTo(before);
        assertThat(isReleased()).isTrue();
    }

    @Test
    void anUncheckoutInPlaceLeavesNoRowButTheNews() throws Exception {
        List<Long> before = Rows.of(database);
        writer.request("CHECKOUT", file).send().expect(200);
        writer.put(file, content).send().expect(204);
        writer.request("PROPPATCH", file).body(COLOUR.formatted("blue")).send().expect(207);
        writer.request("UNCHECKOUT", file).send().expect(200);
        int journal = before.size() - 1;
        List<Long> after = Rows.of(database);
        assertThat(after.subList(0, journal)).isEqualTo(before.subList(0, journal));
        assertThat(after.get(journal))
                .as("one row for each change that all could see")
                .isEqualTo(before.get(journal) + 3);
        assertThat(isReleased()).isTrue();
    }

    @Test
    void aCheckinWithoutAChangeOfPropertiesKeepsNoOthers() throws Exception {
        writer.request("CHECKIN", checkOut()).send().expect(201);
        List<Long> before = Rows.of(database);
        writer.request("CHECKIN", checkOut()).send().expect(201);
        List<Long> after = Rows.of(database);
        int sets = 5;
        assertThat(after.subList(sets, sets + 2)).isEqualTo(before.subList(sets, sets + 2));
    }

    private String checkOut() {
        return writer.request("CHECKOUT", file)
                .body("<checkout xmlns=\"DAV:\"/>")
                .send()
                .expect(201)
                .header("Location")
                .orElseThrow();
    }

    /** Whether the collector has been told that a reference to the content has gone. */
    private boolean isReleased() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select 1 from released_content where hash = ?")) {
            query.setBytes(1, hash);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
