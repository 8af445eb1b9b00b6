package io.tidemark.files.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import io.tidemark.harness.Moment;
import io.tidemark.harness.Tar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Collections as archives: what is in them is what the collection shows, to whom and whenever. */
@ArquillianTest
@RunAsClient
class ArchiveIT {

    private static final String ZIP = "application/zip";
    private static final String TAR = "application/x-tar";

    private final Dav writer = Dav.as("writer");
    private final String collection = "/files/archive-" + UUID.randomUUID() + "/";

    @BeforeEach
    void make() {
        writer.request("MKCOL", collection).send().expect(201);
    }

    @Test
    void aTarCanBeImportedAsItIs() throws IOException {
        byte[] large = new byte[100_000];
        new Random(1).nextBytes(large);
        load(
                collection,
                new Tar()
                        .file("a.txt", "a")
                        .directory("empty")
                        .file("sub/grüße 日本.txt", "hello")
                        .file("sub/" + "n".repeat(180), "long name")
                        .file("sub/deep/large.bin", large)
                        .bytes());
        byte[] tar = archive(collection, TAR).body();
        String copy = "/files/archive-" + UUID.randomUUID() + "/";
        writer.request("MKCOL", copy).send().expect(201);
        load(copy, tar);
        assertThat(tarOf(archive(copy, TAR).body())).isEqualTo(tarOf(tar));
        assertThat(listing(copy)).isEqualTo(listing(collection));
    }

    @Test
    void aZipHasWhatTheTarHas() throws IOException {
        load(
                collection,
                new Tar()
                        .file("a.txt", "a".repeat(20_000))
                        .file("sub/grüße.bin", "b")
                        .directory("empty")
                        .bytes());
        Answer zip = archive(collection, ZIP);
        assertThat(zip.header("Content-Type")).contains(ZIP);
        assertThat(zip.header("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"archive-")
                .contains(".zip\"");
        assertThat(zipOf(zip.body()))
                .isEqualTo(tarOf(archive(collection, TAR).body()))
                .containsKeys("a.txt", "empty/", "sub/", "sub/grüße.bin");
    }

    @Test
    void aTimeShowsWhatWasThere() throws IOException, InterruptedException {
        writer.request("VERSION", collection).send().expect(200);
        writer.put(collection + "kept", "before").send().expect(201);
        writer.put(collection + "gone", "gone").send().expect(201);
        String then = Moment.between().toString();
        writer.put(collection + "kept", "after").send().expect(204);
        writer.request("DELETE", collection + "gone").send().expect(204);
        writer.put(collection + "new", "new").send().expect(201);
        Answer past = writer.get(collection)
                .header("Accept", ZIP)
                .header("Revision-Id", "Time(" + then + ")")
                .send()
                .expect(200);
        assertThat(zipOf(past.body())).isEqualTo(Map.of("kept", "before", "gone", "gone"));
        assertThat(zipOf(archive(collection, ZIP).body())).isEqualTo(Map.of("kept", "after", "new", "new"));
    }

    @Test
    void whatMayNotBeReadIsNotInIt() throws IOException {
        load(collection, new Tar().file("open/a", "a").file("closed/b", "b").bytes());
        writer.request("ACL", collection + "closed/")
                .body(
                        "<D:acl xmlns:D='DAV:'><D:ace><D:principal><D:href>/principals/users/writer</D:href></D:principal>"
                                + "<D:grant><D:privilege><D:all/></D:privilege></D:grant></D:ace></D:acl>")
                .send()
                .expect(200);
        Answer others =
                Dav.as("reader").get(collection).header("Accept", ZIP).send().expect(200);
        assertThat(zipOf(others.body())).containsOnlyKeys("open/", "open/a");
    }

    @Test
    void headSaysTheTypeAndNoLength() {
        Answer head =
                writer.request("HEAD", collection).header("Accept", TAR).send().expect(200);
        assertThat(head.header("Content-Type")).contains(TAR);
        assertThat(head.header("Content-Length")).isEmpty();
    }

    @Test
    void aBrowserGetsThePage() {
        Answer page = writer.get(collection)
                .header("Accept", "text/html,application/xhtml+xml,application/zip;q=0.9,*/*;q=0.8")
                .send()
                .expect(200);
        assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.header("Vary").orElseThrow()).contains("Accept");
    }

    @Test
    void aTreeThatIsTooLargeIsRefusedBeforeTheFirstByte() {
        Tar tar = new Tar();
        for (int i = 0; i <= 3_000; i++) {
            tar.file("f" + i, "");
        }
        load(collection, tar.bytes());
        assertThat(writer.get(collection)
                        .header("Accept", ZIP)
                        .send()
                        .expect(507)
                        .text())
                .contains("too-many-members");
    }

    private void load(String into, byte[] tar) {
        writer.request("POST", into)
                .header("Content-Type", TAR)
                .body(tar)
                .send()
                .expect(200);
    }

    private Answer archive(String of, String type) {
        return writer.get(of).header("Accept", type).send().expect(200);
    }

    private String listing(String of) {
        return writer.request("PROPFIND", of)
                .header("Depth", "infinity")
                .body("<D:propfind xmlns:D='DAV:'><D:prop><D:getetag/><D:getlastmodified/></D:prop></D:propfind>")
                .send()
                .expect(207)
                .text()
                .replace(of, "/")
                .replaceAll("(?s)<D:response><D:href>/([^<]*/)?</D:href>.*?</D:response>", "");
    }

    private static Map<String, String> tarOf(byte[] tar) throws IOException {
        var entries = new TreeMap<String, String>();
        try (var in = new TarArchiveInputStream(new ByteArrayInputStream(tar), StandardCharsets.UTF_8.name())) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return entries;
    }

    private static Map<String, String> zipOf(byte[] zip) throws IOException {
        var entries = new TreeMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return entries;
    }
}
