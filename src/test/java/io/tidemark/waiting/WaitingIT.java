package io.tidemark.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Reports that wait. Whether a change comes before a request has been parked or after, its answer must be the same; so
 * nothing here depends on which it was.
 */
@ArquillianTest
@RunAsClient
class WaitingIT {
    private static final Pattern TOKEN = Pattern.compile("<D:sync-token>([^<]+)</D:sync-token>");

    private final Dav writer = Dav.as("writer");
    private final String collection = "/files/waiting-" + UUID.randomUUID() + "/";
    private final ExecutorService clients = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        clients.shutdownNow();
    }

    private static Answer report(Dav client, String url, String token, String level, String prefer) {
        return client.request("REPORT", url)
                .header("Prefer", prefer)
                .body("<D:sync-collection xmlns:D='DAV:'><D:sync-token>" + token + "</D:sync-token><D:sync-level>"
                        + level + "</D:sync-level><D:prop><D:getetag/></D:prop></D:sync-collection>")
                .send();
    }

    private CompletableFuture<Answer> waiting(Dav client, String url, String token, String level) {
        return CompletableFuture.supplyAsync(() -> report(client, url, token, level, "wait=50"), clients);
    }

    private static String token(Dav client, String url) {
        return token(report(client, url, "", "1", "wait=50").expect(207));
    }

    private static String token(Answer answer) {
        Matcher token = TOKEN.matcher(answer.text());
        assertThat(token.find()).as(answer.text()).isTrue();
        return token.group(1);
    }

    private void make(String... urls) {
        for (String url : urls) {
            if (url.endsWith("/")) {
                writer.request("MKCOL", url).send().expect(201);
            } else {
                writer.put(url, "one").send().expect(201);
            }
        }
    }

    @Test
    void aChangeWakes() {
        make(collection, collection + "a%20%25b/");
        String deep = collection + "a%20%25b/";
        CompletableFuture<Answer> infinite = waiting(writer, collection, token(writer, collection), "infinite");
        CompletableFuture<Answer> direct = waiting(writer, deep, token(writer, deep), "1");
        make(deep + "new");
        for (Answer answer : List.of(infinite.join(), direct.join())) {
            assertThat(answer.expect(207).text()).contains("a%20%25b/new</D:href>");
            assertThat(answer.header("Preference-Applied")).contains("wait=50");
        }
    }

    @Test
    void aDeeperChangeDoesNotWakeAtLevelOne() {
        make(collection, collection + "below/");
        CompletableFuture<Answer> direct = waiting(writer, collection, token(writer, collection), "1");
        CompletableFuture<Answer> infinite = waiting(writer, collection, token(writer, collection), "infinite");
        make(collection + "below/deep");
        assertThat(infinite.join().expect(207).text()).contains("below/deep");
        make(collection + "here");
        assertThat(direct.join().expect(207).text()).contains("/here").doesNotContain("below");
    }

    @Test
    void whatHasGoneIsNotFoundAtOnce() {
        make(collection, collection + "a/", collection + "a/b/", collection + "c/");
        CompletableFuture<Answer> moved =
                waiting(writer, collection + "a/b/", token(writer, collection + "a/b/"), "infinite");
        CompletableFuture<Answer> deleted = waiting(writer, collection + "c/", token(writer, collection + "c/"), "1");
        writer.request("MOVE", collection + "a/")
                .header("Destination", Dav.url(collection + "z/"))
                .send()
                .expect(201);
        writer.request("DELETE", collection + "c/").send().expect(204);
        moved.join().expect(404);
        deleted.join().expect(404);
    }

    @Test
    void whenTheTimeIsOverTheAnswerIsTheUsualOne() {
        make(collection);
        String token = token(writer, collection);
        Answer answer = report(writer, collection, token, "1", "wait=1, return=minimal");
        assertThat(answer.expect(207).text()).doesNotContain("<D:response>");
        assertThat(token(answer)).isEqualTo(token);
        assertThat(answer.header("Preference-Applied")).contains("return=minimal, wait=1");
    }

    @Test
    void whatThereIsToSayIsSaidAtOnce() {
        make(collection);
        String token = token(writer, collection);
        make(collection + "a");
        Answer answer = report(writer, collection, token, "1", "wait=3600").expect(207);
        assertThat(answer.text()).contains("/a</D:href>");
        assertThat(answer.header("Preference-Applied")).contains("wait=60");
        assertThat(report(writer, collection, "", "1", "wait=50").expect(207).header("Preference-Applied"))
                .isEmpty();
        report(writer, collection, "urn:none", "1", "wait=50").expect(403);
        report(writer, collection, token, "2", "wait=50").expect(400);
    }

    @Test
    void theCollectionsOwnPropertiesWake() {
        make(collection);
        String token = token(writer, collection);
        CompletableFuture<Answer> waiting = waiting(writer, collection, token, "1");
        writer.request("PROPPATCH", collection)
                .body(
                        "<D:propertyupdate xmlns:D='DAV:'><D:set><D:prop><x xmlns='urn:x'>1</x></D:prop></D:set></D:propertyupdate>")
                .send()
                .expect(207);
        assertThat(token(waiting.join().expect(207))).isNotEqualTo(token);
    }

    @Test
    void whatMayNotBeReadDoesNotWake() {
        make(collection, collection + "hidden/");
        writer.request("ACL", collection + "hidden/")
                .body(
                        "<D:acl xmlns:D='DAV:'><D:ace><D:principal><D:href>/principals/users/writer</D:href></D:principal>"
                                + "<D:grant><D:privilege><D:all/></D:privilege></D:grant></D:ace></D:acl>")
                .send()
                .expect(200);
        Dav other = Dav.as("other");
        CompletableFuture<Answer> waiting = waiting(other, collection, token(other, collection), "infinite");
        make(collection + "hidden/secret", collection + "open");
        assertThat(waiting.join().expect(207).text()).contains("/open").doesNotContain("hidden");
    }

    @Test
    void aWorkspacesFirstChangeWakes() {
        make(collection, collection + "a/", collection + "a/file");
        String workspace = writer.request("MKCONFIG", "/configurations/")
                .body("<D:createconfiguration xmlns:D='DAV:'><D:configurationtype>Workspace</D:configurationtype>"
                        + "<D:derivedfrom>/configurations/default/</D:derivedfrom></D:createconfiguration>")
                .send()
                .expect(201)
                .header("Location")
                .orElseThrow()
                .replaceFirst("https?://[^/]+", "");
        String url = workspace + collection.substring("/files/".length()) + "a/";
        CompletableFuture<Answer> waiting = waiting(writer, url, token(writer, url), "1");
        writer.put(url + "own", "own").send().expect(201);
        assertThat(waiting.join().expect(207).text()).contains("/a/own");
    }

    @Test
    void moreMayWaitThanThereAreThreads() {
        make(collection);
        String token = token(writer, collection);
        List<CompletableFuture<Answer>> all = IntStream.range(0, 300)
                .mapToObj(i -> waiting(writer, collection, token, "infinite"))
                .toList();
        make(collection + "a");
        assertThat(all)
                .allSatisfy(one -> assertThat(one.join().expect(207).text()).contains("/a</D:href>"));
    }

    @Test
    void whoVanishesKeepsNobodyElseWaiting() throws Exception {
        make(collection);
        String token = token(writer, collection);
        String body = "<D:sync-collection xmlns:D='DAV:'><D:sync-token>" + token
                + "</D:sync-token><D:sync-level>1</D:sync-level><D:prop/></D:sync-collection>";
        for (int i = 0; i < 100; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Dav.PORT)) {
                socket.getOutputStream()
                        .write(("REPORT " + collection + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                                        + Dav.basic("writer", "writer") + "\r\nPrefer: wait=50\r\nContent-Length: "
                                        + body.length() + "\r\n\r\n" + body)
                                .getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
            }
        }
        CompletableFuture<Answer> waiting = waiting(writer, collection, token, "1");
        make(collection + "a");
        assertThat(waiting.join().expect(207).text()).contains("/a</D:href>");
        // Those who have gone do not count among those who wait any more.
        assertThat(report(writer, collection, token(writer, collection), "1", "wait=1")
                        .expect(207)
                        .header("Preference-Applied"))
                .contains("wait=1");
    }
}
