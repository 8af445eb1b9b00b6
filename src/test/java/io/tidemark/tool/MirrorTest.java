package io.tidemark.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The whole mirror against a server that says what the test told it to. */
class MirrorTest {

    @TempDir
    private Path work;

    private HttpServer server;
    private final Deque<String> reports = new ArrayDeque<>();
    private final Map<String, String> contents = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private int cutShort;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void pagesAndGoesOnFromTheToken() throws IOException {
        serve("a", "one");
        serve("d/b", "two");
        reports.add(page("t1", present("a"), cut()));
        reports.add(page("t2", collection("d"), present("d/b")));
        assertThat(mirror()).isZero();
        assertThat(here("a")).hasContent("one");
        assertThat(here("d/b")).hasContent("two");

        reports.add(page("t3", removed("d/")));
        assertThat(mirror()).isZero();
        assertThat(here("d")).doesNotExist();
        assertThat(requests).containsExactly("REPORT ", "GET a", "REPORT t1", "GET d/b", "REPORT t2");
    }

    @Test
    void comparesEverythingWhenTheTokenIsForgotten() throws IOException {
        serve("a", "one");
        serve("old", "old");
        reports.add(page("t1", present("a"), present("old")));
        assertThat(mirror()).isZero();
        requests.clear();

        serve("new", "new");
        reports.add("403");
        reports.add(page("u1", present("a"), cut()));
        reports.add(page("u2", present("new")));
        assertThat(mirror()).isZero();
        assertThat(here("old")).doesNotExist();
        assertThat(here("new")).hasContent("new");
        assertThat(requests).containsExactly("REPORT t1", "REPORT ", "REPORT u1", "GET new");
    }

    @Test
    void refusesWhatWouldLeaveTheDirectory() throws IOException {
        serve("good", "good");
        reports.add(page("t1", present("../escaped"), present("%2e%2e/escaped"), present("a%2Fb"), present("good")));
        assertThat(mirror()).isEqualTo(Mirror.INCOMPLETE);
        assertThat(here("good")).exists();
        assertThat(work.resolve("escaped")).doesNotExist();
    }

    @Test
    void followsNoSymbolicLink() throws IOException {
        Path outside = Files.createDirectory(work.resolve("outside"));
        serve("d/f", "one");
        reports.add(page("t1", collection("d"), present("d/f")));
        assertThat(mirror()).isZero();
        Files.delete(here("d/f"));
        Files.delete(here("d"));
        Files.createSymbolicLink(here("d"), outside);

        serve("d/g", "two");
        reports.add(page("t2", present("d/g")));
        assertThat(mirror()).isZero();
        assertThat(outside).isEmptyDirectory();
        assertThat(here("d")).isDirectory();
        assertThat(Files.isSymbolicLink(here("d"))).isFalse();
        assertThat(here("d/g")).hasContent("two");
    }

    @Test
    void triesAgainWhatWasCutShort() throws IOException {
        serve("a", "all of it");
        cutShort = 1;
        reports.add(page("t1", present("a")));
        assertThat(mirror()).isZero();
        assertThat(here("a")).hasContent("all of it");
        assertThat(requests).containsExactly("REPORT ", "GET a", "GET a");
    }

    @Test
    void lookAgainWhenAFileIsGone() throws IOException {
        reports.add(page("t1", present("gone")));
        reports.add(page("t2", removed("gone")));
        assertThat(mirror()).isZero();
        assertThat(requests).containsExactly("REPORT ", "GET gone", "REPORT t1");
    }

    @Test
    void fetchesAgainWhatWasSpoiledHere() throws IOException {
        serve("a", "good");
        reports.add(page("t1", present("a")));
        assertThat(mirror()).isZero();
        Files.writeString(here("a"), "evil");
        reports.add(page("t1"));
        assertThat(mirror("--verify")).isZero();
        assertThat(here("a")).hasContent("good");
        Files.writeString(here("added"), "mine");
        reports.add(page("t1"));
        assertThat(mirror("--verify")).isEqualTo(Mirror.INCOMPLETE);
        assertThat(here("added")).exists();
    }

    @Test
    void refusesADirectoryThatIsNotItsOwn() throws IOException {
        Files.createDirectory(here(""));
        Files.writeString(here("mine"), "mine");
        assertThat(mirror()).isEqualTo(Mirror.UNUSABLE);
        assertThat(requests).isEmpty();
    }

    private int mirror(String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("--quiet", "--parallel", "1", url(), here("").toString()));
        return new CommandLine(new Mirror()).execute(arguments.toArray(String[]::new));
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/c/";
    }

    private Path here(String path) {
        return work.resolve("here").resolve(path);
    }

    private void serve(String path, String content) {
        contents.put(path, content);
    }

    private static String page(String token, String... responses) {
        return "<multistatus xmlns='DAV:'>" + String.join("", responses) + "<sync-token>" + token
                + "</sync-token></multistatus>";
    }

    private String present(String path) {
        return "<response><href>/c/" + path + "</href><propstat><prop><resourcetype/><getetag>" + tag(path)
                + "</getetag></prop><status>HTTP/1.1 200 OK</status></propstat></response>";
    }

    private static String collection(String path) {
        return "<response><href>/c/" + path
                + "/</href><propstat><prop><resourcetype><collection/></resourcetype></prop>"
                + "<status>HTTP/1.1 200 OK</status></propstat></response>";
    }

    private static String removed(String path) {
        return "<response><href>/c/" + path + "</href><status>HTTP/1.1 404 Not Found</status></response>";
    }

    private static String cut() {
        return "<response><href>/c/</href><status>HTTP/1.1 507 Insufficient Storage</status></response>";
    }

    private String tag(String path) {
        return '"' + Integer.toHexString(contents.getOrDefault(path, "").hashCode()) + '"';
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("REPORT")) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                requests.add("REPORT " + body.replaceAll("(?s).*<sync-token>(.*)</sync-token>.*", "$1"));
                String report = reports.remove();
                if (report.equals("403")) {
                    send(exchange, 403, "<error xmlns='DAV:'><valid-sync-token/></error>");
                } else {
                    send(exchange, 207, report);
                }
                return;
            }
            String path = exchange.getRequestURI().getPath().substring(3);
            requests.add("GET " + path);
            String content = contents.get(path);
            if (content == null) {
                send(exchange, 404, "");
            } else {
                exchange.getResponseHeaders().set("ETag", tag(path));
                send(exchange, 200, content);
            }
        }
    }

    private void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (status == 200 && cutShort-- > 0) {
            exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        } else {
            exchange.getResponseBody().write(bytes);
        }
    }
}
