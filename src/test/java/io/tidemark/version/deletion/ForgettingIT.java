package io.tidemark.version.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.app.HistoryKeeper;
import io.tidemark.harness.Dav;
import io.tidemark.journal.Sequencer;
import io.tidemark.namespace.ReferenceCheck;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What is left of deleted things when the journal has forgotten that they were deleted. */
@ArquillianTest
class ForgettingIT extends FolderSteps {
    @Resource(lookup = "java:jboss/datasources/Tidemark")
    private DataSource database;

    @Inject
    private Sequencer sequencer;

    @EJB
    private HistoryKeeper keeper;

    @Test
    void whatIsUnderVersionControlStaysWithAllItsRevisionsAndTheRestGoes() throws Exception {
        make("");
        put("/kept.txt", "one");
        put("/plain.txt", "two");
        version("/kept.txt");
        put("/kept.txt", "three");
        note("/kept.txt");
        String kept = revision("/kept.txt");
        UUID plain = resource("/plain.txt");
        delete("/kept.txt");
        delete("/plain.txt");
        forget();
        assertThat(rows("resource where id = ?", plain)).isZero();
        assertThat(rows("revision where resource_id = ?", plain)).isZero();
        assertThat(writer.get(first(kept)).send().expect(200).text()).isEqualTo("one");
        assertThat(list("/", "O")).contains(c + "/kept.txt</D:href>").doesNotContain("plain.txt");
        bind("/again.txt", kept);
        assertThat(writer.get(c + "/again.txt").send().expect(200).text()).isEqualTo("three");
        assertThat(properties("/again.txt", "<X:note xmlns:X=\"urn:x\"/>")).contains(">kept<");
    }

    @Test
    void aVersionedCollectionStaysWithEverythingInItAndItsPast() throws Exception {
        make("");
        make("/sub/");
        put("/sub/plain.txt", "plain");
        version("/sub/");
        put("/sub/gone.txt", "gone");
        delete("/sub/gone.txt");
        put("/sub/kept.txt", "kept");
        String sub = revision("/sub/");
        delete("/sub/");
        forget();
        assertThat(writer.get(first(sub).replace("V1", "V2") + "gone.txt")
                        .send()
                        .expect(200)
                        .text())
                .isEqualTo("gone");
        bind("/back/", sub);
        assertThat(writer.get(c + "/back/plain.txt").send().expect(200).text()).isEqualTo("plain");
        assertThat(writer.get(c + "/back/kept.txt").send().expect(200).text()).isEqualTo("kept");
        assertThat(list("/back/", "O")).contains(c + "/back/gone.txt</D:href>");
    }

    @Test
    void whatIsInADeletedCollectionCountsInAQuotaUntilItIsForgotten() throws Exception {
        make("");
        Dav.as("admin")
                .request("PROPPATCH", c + '/')
                .body("<D:propertyupdate xmlns:D='DAV:'><D:set><D:prop><quota-limit-bytes xmlns='urn:tidemark:dav'>100"
                        + "</quota-limit-bytes></D:prop></D:set></D:propertyupdate>")
                .send()
                .expect(207);
        make("/sub/");
        put("/sub/plain.txt", "plain");
        put("/sub/kept.txt", "kept");
        version("/sub/kept.txt");
        delete("/sub/");
        assertThat(properties("/", "<D:quota-used-bytes/>")).contains(">9<");
        forget();
        assertThat(properties("/", "<D:quota-used-bytes/>")).contains(">4<");
    }

    @Test
    void anUnversionedCollectionGoesAndWhatIsVersionedInItStays() throws Exception {
        make("");
        make("/sub/");
        make("/sub/deep/");
        put("/sub/deep/kept.txt", "kept");
        put("/sub/deep/plain.txt", "plain");
        version("/sub/deep/kept.txt");
        String kept = revision("/sub/deep/kept.txt");
        UUID deep = resource("/sub/deep/");
        delete("/sub/");
        forget();
        assertThat(rows("resource where id = ?", deep)).isZero();
        assertThat(rows("member where collection_id = ?", deep)).isZero();
        assertThat(writer.get(kept).send().expect(200).text()).isEqualTo("kept");
        bind("/kept.txt", kept);
        assertThat(writer.get(c + "/kept.txt").send().expect(200).text()).isEqualTo("kept");
    }

    @Test
    void whatIsDestroyedAfterwardsGoesAtOnce() throws Exception {
        make("");
        make("/sub/");
        version("/sub/");
        put("/sub/a.txt", "a");
        put("/sub/a.txt", "b");
        note("/sub/a.txt");
        UUID file = resource("/sub/a.txt");
        UUID sub = resource("/sub/");
        delete("/sub/");
        forget();
        assertThat(rows("revision where resource_id = ?", file)).isEqualTo(3);
        writer.request("DESTROY", c + "/sub/").send().expect(204);
        assertGone(file);
        assertGone(sub);
        assertThat(broken()).isEmpty();
        assertThat(rows("member where collection_id = ?", sub)).isZero();
    }

    @Test
    void whatIsDestroyedBeforeGoesWhenTheJournalForgetsIt() throws Exception {
        make("");
        put("/a.txt", "a");
        version("/a.txt");
        put("/a.txt", "b");
        note("/a.txt");
        UUID file = resource("/a.txt");
        delete("/a.txt");
        writer.request("DESTROY", c + "/a.txt").send().expect(204);
        assertThat(rows("revision where resource_id = ? and content_hash is not null", file))
                .as("the content is free at once")
                .isZero();
        assertThat(rows("resource where id = ?", file)).isOne();
        forget();
        assertGone(file);
    }

    @Test
    void aTemporaryFileGoesAndTheFileThatItBecameKeepsItsHistory() throws Exception {
        make("");
        version("/");
        put("/a.txt", "one");
        String kept = revision("/a.txt");
        move("/a.txt", "/a.txt~");
        put("/a.txt", "two");
        UUID temporary = resource("/a.txt");
        delete("/a.txt~");
        forget();
        assertGone(temporary);
        assertThat(writer.get(c + "/a.txt").send().expect(200).text()).isEqualTo("two");
        assertThat(writer.get(kept).send().expect(200).text()).isEqualTo("one");
    }

    @Test
    void whatIsHeldStaysUntilTheHoldEnds() throws Exception {
        make("");
        make("/sub/");
        put("/sub/held.txt", "held");
        UUID file = resource("/sub/held.txt");
        hold("<D:set><D:prop><T:hold>a case</T:hold></D:prop></D:set>");
        delete("/sub/held.txt");
        make("/sub/deep/");
        put("/sub/deep/with.txt", "with its folder");
        UUID below = resource("/sub/deep/with.txt");
        delete("/sub/deep/");
        forget();
        assertThat(rows("resource where id = ?", file)).isOne();
        assertThat(rows("resource where id = ?", below)).isOne();
        hold("<D:remove><D:prop><T:hold/></D:prop></D:remove>");
        forget();
        assertThat(rows("resource where id = ?", file)).isZero();
        assertThat(rows("resource where id = ?", below)).isZero();
    }

    private void hold(String update) {
        Dav.as("admin")
                .request("PROPPATCH", c + "/sub/")
                .body("<D:propertyupdate xmlns:D='DAV:' xmlns:T='urn:tidemark:dav'>" + update + "</D:propertyupdate>")
                .send()
                .expect(207);
    }

    private void assertGone(UUID resource) throws SQLException {
        assertThat(rows("resource where id = ?", resource)).isZero();
        assertThat(rows("revision where resource_id = ?", resource)).isZero();
        assertThat(rows("member where resource_id = ?", resource)).isZero();
        assertThat(rows("former_member where resource_id = ?", resource)).isZero();
    }

    /** Makes all changes so old that the journal forgets them, and lets it. */
    private void forget() throws SQLException {
        sequencer.sequence();
        try (Connection connection = database.getConnection();
                PreparedStatement age = connection.prepareStatement("update change_link set at = ?")) {
            age.setObject(1, OffsetDateTime.now(ZoneOffset.UTC).minusYears(1));
            age.executeUpdate();
        }
        // Workspaces of other tests that follow the files keep what goes there.
        try (Connection connection = database.getConnection();
                PreparedStatement alone =
                        connection.prepareStatement("update configuration_layer set kept_from = null")) {
            alone.executeUpdate();
        }
        keeper.forget();
        assertThat(broken()).isEmpty();
    }

    private List<String> broken() throws SQLException {
        List<String> broken = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            new ReferenceCheck(connection).run(broken::add);
        }
        return broken;
    }

    private int rows(String what, UUID key) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select count(*) from " + what)) {
            query.setObject(1, key);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
