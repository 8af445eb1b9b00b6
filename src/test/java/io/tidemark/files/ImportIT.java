package io.tidemark.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import io.tidemark.harness.Tar;
import io.tidemark.race.Sync;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** POST of tar archives. */
@ArquillianTest
@RunAsClient
class ImportIT {
    /** More entries than one transaction takes. */
    private static final int MANY = 4_100;

    private final Dav writer = Dav.as("writer");
    private String collection;

    @BeforeEach
    void makeCollection(TestInfo test) {
        collection = "/files/import-" + test.getTestMethod().orElseThrow().getName() + "/";
        writer.request("MKCOL", collection).send().expect(201);
    }

    @Test
    void makesFilesAndTheCollectionsThatTheyAreIn() {
        var answer = send(new Tar()
                .directory(".")
                .directory("./empty")
                .file("./a.txt", "hello")
                .file("./deep/er/b.html", "<p>")
                .file("ü 1%.bin", new byte[100_000]));
        assertThat(counts(answer.expect(200))).isEqualTo("created 3 replaced 0 unchanged 0 collections 3 changes 1");
        var file = writer.get(collection + "a.txt").send().expect(200);
        assertThat(file.text()).isEqualTo("hello");
        assertThat(file.header("Last-Modified")).contains("Sat, 29 Feb 2020 12:34:56 GMT");
        assertThat(file.header("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(writer.get(collection + "deep/er/b.html")
                        .send()
                        .header("Content-Type")
                        .orElseThrow())
                .startsWith("text/html");
        assertThat(writer.get(collection + "%C3%BC%201%25.bin")
                        .send()
                        .expect(200)
                        .body())
                .hasSize(100_000);
        writer.get(collection + "empty/").send().expect(200);
    }

    @Test
    void isToldToThoseWhoSynchronise() {
        send(new Tar().file("old/x", "x")).expect(200);
        String token = Sync.token(collection);
        send(new Tar().file("old/y", "y").file("new/z", "z").file("new/deep/z", "z"))
                .expect(200);
        assertThat(changedSince(token))
                .containsExactlyInAnyOrder(
                        collection + "old/y",
                        collection + "new/",
                        collection + "new/z",
                        collection + "new/deep/",
                        collection + "new/deep/z");
    }

    @Test
    void changesNothingTheSecondTime() {
        var tar = new Tar().file("a", "one").file("d/b", "two").directory("e").bytes();
        send(tar).expect(200);
        String token = Sync.token(collection);
        assertThat(counts(send(tar).expect(200))).isEqualTo("created 0 replaced 0 unchanged 2 collections 0 changes 0");
        assertThat(Sync.token(collection)).isEqualTo(token);
    }

    @Test
    void replacesContentInPlace() {
        send(new Tar().file("a", "one")).expect(200);
        String id = resourceId("a");
        assertThat(counts(send(new Tar().file("a", "two").file("b", "new")).expect(200)))
                .isEqualTo("created 1 replaced 1 unchanged 0 collections 0 changes 1");
        assertThat(writer.get(collection + "a").send().text()).isEqualTo("two");
        assertThat(resourceId("a")).isEqualTo(id);
    }

    @Test
    void makesAnewWhatWasDeleted() {
        var tar = new Tar().file("a", "one").file("d/b", "two").bytes();
        send(tar).expect(200);
        writer.request("DELETE", collection + "a").send().expect(204);
        writer.request("DELETE", collection + "d/").send().expect(204);
        String token = Sync.token(collection);
        assertThat(counts(send(tar).expect(200))).isEqualTo("created 2 replaced 0 unchanged 0 collections 1 changes 1");
        assertThat(changedSince(token))
                .containsExactlyInAnyOrder(collection + "a", collection + "d/", collection + "d/b");
    }

    @Test
    void takesTheLastOfSeveralEntriesOfOneName() {
        send(new Tar().file("a", "one").file("b", "x").file("a", "two")).expect(200);
        assertThat(writer.get(collection + "a").send().text()).isEqualTo("two");
    }

    @Test
    void stopsAtAFileWhereACollectionShouldBe() {
        writer.put(collection + "a", "file").send().expect(201);
        for (var tar : new Tar[] {new Tar().file("before", "x").file("a/b", "x"), new Tar().directory("a")}) {
            assertThat(send(tar).expect(409).text()).contains("file-in-the-way", "<D:href>" + collection + "a");
        }
        writer.get(collection + "before").send().expect(404);
        assertThat(send(new Tar().file("c", "x").file("c/d", "x")).expect(409).text())
                .contains("file-in-the-way", "<D:href>" + collection + "c/d</D:href>", "<T:created>1</T:created>");
    }

    @Test
    void stopsAtACollectionWhereAFileShouldBe() {
        writer.request("MKCOL", collection + "a/").send().expect(201);
        assertThat(send(new Tar().file("a", "x")).expect(409).text())
                .contains("collection-in-the-way", "<D:href>" + collection + "a</D:href>");
    }

    @Test
    void honoursLocks() {
        send(new Tar().file("d/a", "one").file("d/b", "two")).expect(200);
        String token = lock("d/a");
        var changed = new Tar().file("d/a", "other").bytes();
        assertThat(send(changed).expect(423).text())
                .contains("lock-token-submitted", "<D:href>" + collection + "d/a</D:href>");
        assertThat(counts(
                        send(new Tar().file("d/a", "one").file("d/b", "other")).expect(200)))
                .as("what is locked and does not change is in nobody's way")
                .isEqualTo("created 0 replaced 1 unchanged 1 collections 0 changes 1");
        String condition = "<" + collection + "d/a> (<" + token + ">)";
        post().header("If", condition).body(changed).send().expect(200);
        send(new Tar().file("e/a", "one")).expect(200);
        lock("e/");
        assertThat(send(new Tar().file("e/new", "x")).expect(423).text()).contains(collection + "e/new");
    }

    @Test
    void evaluatesConditionsWithItsFirstBatch() {
        String token = Sync.token(collection);
        var tar = files(MANY).bytes();
        var condition = "<" + collection + "> (<" + token + ">)";
        post().header("If", condition).body(tar).send().expect(200);
        assertThat(post().header("If", condition).body(files(1).bytes()).send().status())
                .isEqualTo(412);
    }

    @Test
    void keepsOfAnArchiveThatBreaksOffWhatWasCommitted() {
        var answer = send(files(MANY).cutOff()).expect(400);
        assertThat(answer.text()).contains("<T:import-stopped>", "broke off", "<T:created>4000</T:created>");
        writer.get(collection + "d/3999").send().expect(200);
        writer.get(collection + "d/4000").send().expect(404);
        assertThat(counts(send(files(MANY)).expect(200)))
                .isEqualTo("created 100 replaced 0 unchanged 4000 collections 0 changes 1");
    }

    @Test
    void skipsLinksAndSaysSo() {
        assertThat(send(new Tar().link("l", "/etc/passwd").file("a", "x"))
                        .expect(200)
                        .text())
                .contains("<T:created>1<", "<T:skipped>1<", "<T:skipped-name>l<");
        writer.get(collection + "l").send().expect(404);
    }

    @Test
    void readsCompressedArchives() throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(new Tar().file("a", "x").bytes());
        }
        post().header("Content-Encoding", "gzip")
                .body(zipped.toByteArray())
                .send()
                .expect(200);
        writer.get(collection + "a").send().expect(200);
        var cut = Arrays.copyOf(zipped.toByteArray(), zipped.size() - 20);
        post().header("Content-Encoding", "gzip").body(cut).send().expect(400);
    }

    @Test
    void refusesNamesThatLeadElsewhere() {
        assertThat(send(new Tar().file("a", "x").file("../b", "x")).expect(400).text())
                .contains("../b");
        send(new Tar().file("a".repeat(256), "x")).expect(414);
        writer.get(collection + "a").send().expect(404);
    }

    @Test
    void refusesTimesThatHttpCannotSay() {
        send(new Tar().at(Instant.parse("+12000-01-01T00:00:00Z")).file("a", "x"))
                .expect(400);
        send(new Tar().at(Instant.parse("-0400-01-01T00:00:00Z")).file("a", "x"))
                .expect(400);
        send(new Tar().at(Instant.parse("9999-12-31T23:59:59Z")).file("a", "x")).expect(200);
        writer.get(collection + "a").send().expect(200);
    }

    @Test
    void isDoneOnceWhenSeveralSendTheSame() {
        var tar = files(1_500).bytes();
        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> send(tar)))
                .limit(3)
                .toList();
        long created = answers.stream()
                .map(CompletableFuture::join)
                .mapToLong(answer -> count(answer.expect(200), "created"))
                .sum();
        assertThat(created).isEqualTo(1_500);
    }

    private Tar files(int count) {
        var tar = new Tar();
        for (int i = 0; i < count; i++) {
            tar.file("d/" + i, "content " + i);
        }
        return tar;
    }

    private Dav.Request post() {
        return writer.request("POST", collection).header("Content-Type", "application/x-tar");
    }

    private Answer send(Tar tar) {
        return send(tar.bytes());
    }

    private Answer send(byte[] archive) {
        return post().body(archive).send();
    }

    private String lock(String name) {
        return writer.request("LOCK", collection + name)
                .body("<D:lockinfo xmlns:D=\"DAV:\"><D:lockscope><D:exclusive/></D:lockscope>"
                        + "<D:locktype><D:write/></D:locktype></D:lockinfo>")
                .send()
                .expect(200)
                .header("Lock-Token")
                .orElseThrow()
                .replaceAll("[<>]", "");
    }

    private String resourceId(String name) {
        String answer = writer.request("PROPFIND", collection + name)
                .header("Depth", "0")
                .body("<D:propfind xmlns:D=\"DAV:\"><D:prop><D:resource-id/></D:prop></D:propfind>")
                .send()
                .expect(207)
                .text();
        var id = Pattern.compile("urn:uuid:[0-9a-f-]+").matcher(answer);
        assertThat(id.find()).isTrue();
        return id.group();
    }

    private List<String> changedSince(String token) {
        return Pattern.compile("<D:response><D:href>([^<]*)<")
                .matcher(Sync.report(collection, "infinite", token, 1_000)
                        .expect(207)
                        .text()
                        .replaceAll(">\\s+<", "><"))
                .results()
                .map(response -> response.group(1))
                .toList();
    }

    private static String counts(Answer answer) {
        return Stream.of("created", "replaced", "unchanged", "collections", "changes")
                .map(name -> name + ' ' + count(answer, name))
                .reduce((a, b) -> a + ' ' + b)
                .orElseThrow();
    }

    private static long count(Answer answer, String name) {
        var value = Pattern.compile("<T:" + name + ">(\\d+)<").matcher(answer.text());
        assertThat(value.find()).as(answer.text()).isTrue();
        return Long.parseLong(value.group(1));
    }
}
