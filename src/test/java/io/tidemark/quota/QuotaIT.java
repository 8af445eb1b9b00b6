package io.tidemark.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import io.tidemark.harness.Tar;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What counts in a quota, since when, and until when. */
@ArquillianTest
@RunAsClient
class QuotaIT {
    private static final String LIMIT =
            "<D:propertyupdate xmlns:D='DAV:' xmlns:T='urn:tidemark:dav'><D:%1$s><D:prop><T:quota-limit-bytes>%2$s"
                    + "</T:quota-limit-bytes></D:prop></D:%1$s></D:propertyupdate>";
    private static final String USE =
            "<D:propfind xmlns:D='DAV:'><D:prop><D:quota-used-bytes/><D:quota-available-bytes/></D:prop></D:propfind>";

    private final Dav writer = Dav.as("writer");
    private String top;

    @BeforeEach
    void makeCollection() {
        top = collection("/files/quota-" + UUID.randomUUID() + '/');
    }

    @Test
    void whatIsNestedCountsInAllAndTheSmallestIsAvailable() {
        String inner = collection(top + "inner/");
        limit(top, 100);
        limit(inner, 80);
        put(inner + "a", 30).expect(201);
        put(top + "b", 40).expect(201);
        assertUse(inner, 30, 30);
        assertUse(top, 70, 30);
        put(inner + "c", 31).expect(507);
        put(inner + "c", 30).expect(201);
        assertUse(inner, 60, 0);
        limit(inner, 50);
        assertUse(inner, 60, 0);
        put(inner + "c", 10).expect(204);
        assertUse(inner, 40, 10);
        assertUse(top, 80, 20);
    }

    @Test
    void whatIsThereAlreadyCountsWithItsHistory() {
        String deep = collection(collection(top + "a/") + "b/");
        put(deep + "file", 10).expect(201);
        put(top + "kept", 10).expect(201);
        writer.request("VERSION", top + "kept").send().expect(200);
        put(top + "kept", 20).expect(204);
        put(top + "gone", 5).expect(201);
        writer.request("VERSION", top + "gone").send().expect(200);
        writer.request("DELETE", top + "gone").send().expect(204);
        writer.request("BIND", top)
                .body("<bind xmlns='DAV:'><segment>again</segment><href>" + deep + "file</href></bind>")
                .send()
                .expect(201);
        limit(top, 100);
        assertUse(top, 45, 55);
        noLimit(top);
        put(top + "more", 10).expect(201);
        limit(top, 100);
        assertUse(top, 55, 45);
    }

    @Test
    void historyCountsUntilItIsDestroyed() {
        limit(top, 100);
        put(top + "a", 10).expect(201);
        writer.request("VERSION", top + "a").send().expect(200);
        put(top + "a", 20).expect(204);
        assertUse(top, 30, 70);
        property(writer, top + "a", "<X:note xmlns:X='urn:x'>a revision, but no content</X:note>");
        assertUse(top, 30, 70);
        writer.request("DELETE", top + "a").send().expect(204);
        assertUse(top, 30, 70);
        writer.request("DESTROY", top + "a").send().expect(204);
        assertUse(top, 0, 100);
    }

    @Test
    void condensingGivesBackWhatNoLaterRevisionHas() {
        limit(top, 100);
        put(top + "a", 10).expect(201);
        writer.request("VERSION", top + "a").send().expect(200);
        put(top + "a", 20).expect(204);
        property(writer, top + "a", "<X:note xmlns:X='urn:x'>of the same content</X:note>");
        assertUse(top, 30, 70);
        property(writer, top + "a", "<D:maxrevisions>1</D:maxrevisions>");
        assertUse(top, 20, 80);
    }

    @Test
    void whatHasNoHistoryCountsUntilItsLastNameGoes() {
        limit(top, 100);
        put(top + "a", 10).expect(201);
        put(top + "a", 30).expect(204);
        assertUse(top, 30, 70);
        writer.request("BIND", top)
                .body("<bind xmlns='DAV:'><segment>b</segment><href>" + top + "a</href></bind>")
                .send()
                .expect(201);
        writer.request("DELETE", top + "a").send().expect(204);
        assertUse(top, 30, 70);
        put(top + "c", 50).expect(201);
        writer.request("MOVE", top + "c")
                .header("Destination", Dav.url(top + "b"))
                .send()
                .expect(204);
        assertUse(top, 50, 50);
        writer.request("DELETE", top + "b").send().expect(204);
        assertUse(top, 0, 100);
    }

    @Test
    void whatIsMovedCountsWhereItWasStored() {
        String from = collection(top + "from/");
        String to = collection(top + "to/");
        limit(from, 100);
        limit(to, 100);
        put(from + "a", 10).expect(201);
        put(collection(from + "tree/") + "b", 20).expect(201);
        move(from + "a", to + "a");
        move(from + "tree/", to + "tree/");
        assertUse(from, 30, 70);
        assertUse(to, 0, 100);
        put(to + "a", 15).expect(204);
        assertUse(from, 20, 80);
        assertUse(to, 15, 85);
        writer.request("DELETE", to + "a").send().expect(204);
        assertUse(to, 0, 100);
    }

    @Test
    void aCopyCountsWhereItIsPut() {
        String from = collection(top + "from/");
        String to = collection(top + "to/");
        limit(to, 30);
        put(from + "a", 10).expect(201);
        put(collection(from + "tree/") + "b", 20).expect(201);
        copy(from, to + "copy/").expect(201);
        assertUse(to, 30, 0);
        put(from + "c", 1).expect(201);
        assertThat(copy(from, to + "other/").expect(507).text()).contains("quota-not-exceeded");
        writer.get(to + "other/").send().expect(404);
        assertUse(to, 30, 0);
    }

    @Test
    void aQuotaGoesWithItsCollection() {
        String inner = collection(top + "inner/");
        limit(inner, 50);
        put(inner + "a", 50).expect(201);
        move(inner, top + "renamed/");
        assertUse(top + "renamed/", 50, 0);
        put(top + "renamed/b", 1).expect(507);
        copy(top + "renamed/", top + "copy/").expect(201);
        put(top + "copy/b", 1).expect(201);
    }

    @Test
    void anImportCountsWhereEachEntryComes() {
        String inner = collection(top + "inner/");
        limit(top, 100);
        limit(inner, 10);
        tar(new Tar().file("a", "x".repeat(20)).file("inner/new/b", "x".repeat(10)))
                .expect(200);
        assertUse(top, 30, 70);
        assertUse(inner, 10, 0);
        assertThat(tar(new Tar().file("c", "x").file("inner/d", "x"))
                        .expect(507)
                        .text())
                .contains("quota-not-exceeded");
        writer.get(top + "c").send().expect(404);
        tar(new Tar().file("inner/new/b", "x".repeat(5))).expect(200);
        assertUse(inner, 5, 5);
    }

    @Test
    void aBodyOfUnknownLengthIsRefusedWhenItIsThere() {
        limit(top, 100);
        assertThat(writer.request("PUT", top + "a")
                        .body(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[101])))
                        .send()
                        .expect(507)
                        .text())
                .contains("quota-not-exceeded");
        writer.get(top + "a").send().expect(404);
        assertUse(top, 0, 100);
    }

    @Test
    void whatIsCheckedOutCountsWhenItIsCheckedIn() {
        limit(top, 100);
        put(top + "a", 10).expect(201);
        writer.request("VERSION", top + "a").send().expect(200);
        String working = writer.request("CHECKOUT", top + "a")
                .body("<checkout xmlns='DAV:'/>")
                .send()
                .expect(201)
                .header("Location")
                .orElseThrow();
        put(working, 91).expect(204);
        assertUse(top, 10, 90);
        assertThat(writer.request("CHECKIN", working).send().expect(507).text()).contains("quota-not-exceeded");
        put(working, 90).expect(204);
        writer.request("CHECKIN", working).send().expect(201);
        assertUse(top, 100, 0);
    }

    @Test
    void whatIsCheckedOutInPlaceCountsWhenItIsStored() {
        limit(top, 60);
        put(top + "a", 10).expect(201);
        writer.request("VERSION", top + "a").send().expect(200);
        writer.request("CHECKOUT", top + "a").send().expect(200);
        put(top + "a", 50).expect(204);
        assertUse(top, 60, 0);
        writer.request("CHECKIN", top + "a").send().expect(201);
        assertUse(top, 60, 0);
    }

    @Test
    void aSaveThatMovesOverADocumentCountsOnce() {
        limit(top, 100);
        put(top + "a", 10).expect(201);
        writer.request("VERSION", top + "a").send().expect(200);
        put(top + "a.tmp", 20).expect(201);
        move(top + "a.tmp", top + "a", 204);
        assertUse(top, 30, 70);
    }

    private static String collection(String path) {
        Dav.as("writer").request("MKCOL", path).send().expect(201);
        return path;
    }

    private Answer put(String path, int bytes) {
        return writer.put(path, "x".repeat(bytes)).send();
    }

    private void move(String from, String to) {
        move(from, to, 201);
    }

    private void move(String from, String to, int status) {
        writer.request("MOVE", from).header("Destination", Dav.url(to)).send().expect(status);
    }

    private Answer copy(String from, String to) {
        return writer.request("COPY", from).header("Destination", Dav.url(to)).send();
    }

    private Answer tar(Tar archive) {
        return writer.request("POST", top)
                .header("Content-Type", "application/x-tar")
                .body(archive.bytes())
                .send();
    }

    private static void limit(String collection, int bytes) {
        proppatch(Dav.as("admin"), collection, LIMIT.formatted("set", bytes));
    }

    private static void noLimit(String collection) {
        proppatch(Dav.as("admin"), collection, LIMIT.formatted("remove", ""));
    }

    private static void property(Dav caller, String path, String element) {
        proppatch(
                caller,
                path,
                "<D:propertyupdate xmlns:D='DAV:'><D:set><D:prop>" + element + "</D:prop></D:set></D:propertyupdate>");
    }

    private static void proppatch(Dav caller, String path, String body) {
        assertThat(caller.request("PROPPATCH", path)
                        .body(body)
                        .send()
                        .expect(207)
                        .text())
                .contains(" 200 ");
    }

    private void assertUse(String path, int used, int available) {
        assertThat(writer.request("PROPFIND", path)
                        .header("Depth", "0")
                        .body(USE)
                        .send()
                        .expect(207)
                        .text())
                .contains(">" + used + "</D:quota-used-bytes>", ">" + available + "</D:quota-available-bytes>");
    }
}
