package io.tidemark.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import io.tidemark.harness.Tar;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** POST of archives that bring the history of their files along. */
@ArquillianTest
@RunAsClient
class HistoryImportIT {
    private static final String DETAILS =
            "<D:propfind xmlns:D='DAV:'><D:prop><D:revisionid/><D:lastcheckin/><D:author/>"
                    + "<D:revisioncomment/><D:revisionlabel/></D:prop></D:propfind>";

    private final Dav admin = Dav.as("admin");
    private final List<String> lines = new ArrayList<>();
    private final List<String> contents = new ArrayList<>();
    private String collection;

    @BeforeEach
    void makeCollection(TestInfo test) {
        collection =
                "/files/history-import-" + test.getTestMethod().orElseThrow().getName() + "/";
        if (admin.get(collection).send().status() == 404) {
            admin.request("MKCOL", collection).send().expect(201);
        }
    }

    private static String sha256(String content) throws NoSuchAlgorithmException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private void version(String path, String time, String author, String comment, String labels, String content)
            throws Exception {
        lines.add(String.join("\t", path, time, author, comment, labels, sha256(content)));
        contents.add(content);
    }

    private Tar archive() throws Exception {
        Tar tar = new Tar().file(".tidemark-history", String.join("\n", lines) + "\n");
        for (String content : contents) {
            tar.file("history/" + sha256(content), content);
        }
        return tar;
    }

    private Answer send(Dav client, Tar tar) {
        return client.request("POST", collection)
                .header("Content-Type", "application/x-tar")
                .body(tar.bytes())
                .send();
    }

    @Test
    void versionsKeepWhatTheyWere() throws Exception {
        version("a/b.txt", "2015-01-01T10:00:00Z", "ada", "", "", "one");
        version("c.txt", "2015-06-01T10:00:00.123456Z", "berta", "", "", "other");
        version("a/b.txt", "2016-01-01T10:00:00+02:00", "berta", "the 2%25 rule%0Anew line", "first,second", "two");
        version("a/b.txt", "2017-01-01T10:00:00Z", "J%C3%BCrgen", "", "", "one");
        Answer answer = send(admin, archive().directory("empty").file("plain.txt", "plain"));
        assertThat(answer.expect(200).text())
                .contains("<T:versions>4</T:versions>", "<T:created>3</T:created>", "<T:collections>2</T:collections>");
        String file = collection + "a/b.txt";
        Answer newest = admin.get(file).send().expect(200);
        assertThat(newest.text()).isEqualTo("one");
        assertThat(newest.header("Revision-Id")).contains("V3");
        assertThat(newest.header("Last-Modified")).contains("Sun, 01 Jan 2017 10:00:00 GMT");
        String details = admin.request("PROPFIND", file)
                .header("Depth", "0")
                .header("Revision-Id", "*")
                .body(DETAILS)
                .send()
                .expect(207)
                .text();
        assertThat(details)
                .contains(
                        "<D:lastcheckin>2015-01-01T10:00:00Z</D:lastcheckin><D:author>ada</D:author>",
                        "<D:lastcheckin>2016-01-01T08:00:00Z</D:lastcheckin><D:author>berta</D:author>"
                                + "<D:revisioncomment>the 2% rule\nnew line</D:revisioncomment>"
                                + "<D:revisionlabel>first,second</D:revisionlabel>",
                        "<D:lastcheckin>2017-01-01T10:00:00Z</D:lastcheckin><D:author>Jürgen</D:author>");
        for (String revision : List.of("first", "Time(2016-06-01T00:00:00Z)", "V2")) {
            assertThat(admin.request("GET", file)
                            .header("Revision-Id", revision)
                            .send()
                            .expect(200)
                            .text())
                    .isEqualTo("two");
        }
        // Who goes on writes the next version.
        admin.put(file, "three").send().expect(204);
        assertThat(admin.get(file).send().header("Revision-Id")).contains("V4");
        assertThat(admin.get(collection + "plain.txt").send().expect(200).text())
                .isEqualTo("plain");
        admin.get(collection + "empty/").send().expect(200);
    }

    @Test
    void aLongHistoryComesInSeveralTransactions() throws Exception {
        Instant time = Instant.parse("2015-01-01T10:00:00Z");
        for (int i = 0; i < 1_200; i++) {
            version("f" + i % 3, time.plus(i, ChronoUnit.MINUTES).toString(), "ada", "", "", "content " + i);
        }
        assertThat(send(admin, archive()).expect(200).text())
                .contains("<T:versions>1200</T:versions>", "<T:created>3</T:created>", "<T:changes>3</T:changes>");
        Answer newest = admin.get(collection + "f2").send().expect(200);
        assertThat(newest.header("Revision-Id")).contains("V400");
        assertThat(newest.text()).isEqualTo("content 1199");
    }

    @Test
    void onlyAdministratorsBringHistory() throws Exception {
        version("a", "2015-01-01T10:00:00Z", "ada", "", "", "one");
        assertThat(send(Dav.as("writer"), archive()).expect(403).text()).contains("administrator");
        admin.get(collection + "a").send().expect(404);
    }

    @Test
    void whatIsThereIsNotTouched() throws Exception {
        admin.put(collection + "b", "mine").send().expect(201);
        version("a", "2015-01-01T10:00:00Z", "ada", "", "", "one");
        version("b", "2015-01-02T10:00:00Z", "ada", "", "", "theirs");
        assertThat(send(admin, archive()).expect(409).text())
                .contains("file-in-the-way", "<D:href>" + collection + "b</D:href>");
        admin.get(collection + "a").send().expect(404);
        assertThat(admin.get(collection + "b").send().text()).isEqualTo("mine");
    }

    @Test
    void aFileIsInNoFile() throws Exception {
        version("a", "2015-01-01T10:00:00Z", "ada", "", "", "one");
        version("a/b", "2015-01-02T10:00:00Z", "ada", "", "", "two");
        assertThat(send(admin, archive()).expect(409).text()).contains("file-in-the-way", collection + "a/b");
        admin.get(collection + "a").send().expect(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\t2015-01-01T10:00:00Z\tada\t\t",
                "a\t2015-01-01T10:00:00Z\tada\t\t\t\t",
                "a\tyesterday\tada\t\t\tHASH",
                "a\t2999-01-01T10:00:00Z\tada\t\t\tHASH",
                "a\t1969-01-01T10:00:00Z\tada\t\t\tHASH",
                "a\t2015-01-01T10:00:00Z\t\t\t\tHASH",
                "a\t2015-01-01T10:00:00Z\tada\t%\t\tHASH",
                "a\t2015-01-01T10:00:00Z\tada\t\tV7\tHASH",
                "a\t2015-01-01T10:00:00Z\tada\t\tx,x\tHASH",
                "a\t2015-01-01T10:00:00Z\tada\t\t\tabc",
                "../a\t2015-01-01T10:00:00Z\tada\t\t\tHASH",
                "a//b\t2015-01-01T10:00:00Z\tada\t\t\tHASH",
                "a\t2011-01-01T10:00:00Z\tada\t\t\tHASH",
                "ok\t2014-01-01T10:00:00Z\tada\t\t\tHASH",
                "ok\t2015-01-01T10:00:00Z\tada\t\tlabel\tHASH"
            })
    void aBadManifestChangesNothing(String line) throws Exception {
        version("ok", "2014-01-01T10:00:00Z", "ada", "", "label", "one");
        lines.add(line.replace("HASH", sha256("two")));
        contents.add("two");
        send(admin, archive()).expect(422);
        admin.get(collection + "ok").send().expect(404);
    }

    @Test
    void contentsThatAreNotThoseOfTheManifestAreRefused() throws Exception {
        version("a", "2015-01-01T10:00:00Z", "ada", "", "", "one");
        Tar other = new Tar().file(".tidemark-history", lines.get(0) + "\n").file("history/" + sha256("one"), "other");
        send(admin, other).expect(422);
        Tar named = new Tar().file(".tidemark-history", lines.get(0) + "\n").file("one", "one");
        send(admin, named).expect(422);
        Tar fewer = new Tar().file(".tidemark-history", lines.get(0) + "\n");
        send(admin, fewer).expect(422);
        admin.get(collection + "a").send().expect(404);
    }
}
