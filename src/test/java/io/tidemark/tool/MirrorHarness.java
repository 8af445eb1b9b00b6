package io.tidemark.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A server that says what the test told it to, and a directory that mirrors it. */
abstract class MirrorHarness {

    /** A report that is not answered until {@link #released}. */
    static final String SILENCE = "silence";

    @TempDir
    Path work;

    final CountDownLatch asked = new CountDownLatch(1);
    final CountDownLatch released = new CountDownLatch(1);

    private HttpServer server;
    final Deque<String> reports = new ArrayDeque<>();
    final Map<String, String> contents = new HashMap<>();
    final List<String> requests = new ArrayList<>();
    int cutShort;

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

    List<String> arguments(String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("--quiet", "--parallel", "1", url(), here("").toString()));
        return arguments;
    }

    int mirror(String... options) {
        List<String> arguments = arguments(options);
        return new CommandLine(new Mirror()).execute(arguments.toArray(String[]::new));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/c/";
    }

    Path here(String path) {
        return work.resolve("here").resolve(path);
    }

    void serve(String path, String content) {
        contents.put(path, content);
    }

    static String page(String token, String... responses) {
        return "<multistatus xmlns='DAV:'>" + String.join("", responses) + "<sync-token>" + token
                + "</sync-token></multistatus>";
    }

    String present(String path) {
        return "<response><href>/c/" + path + "</href><propstat><prop><resourcetype/><getetag>" + tag(path)
                + "</getetag></prop><status>HTTP/1.1 200 OK</status></propstat></response>";
    }

    static String collection(String path) {
        return "<response><href>/c/" + path
                + "/</href><propstat><prop><resourcetype><collection/></resourcetype></prop>"
                + "<status>HTTP/1.1 200 OK</status></propstat></response>";
    }

    static String removed(String path) {
        return "<response><href>/c/" + path + "</href><status>HTTP/1.1 404 Not Found</status></response>";
    }

    static String cut() {
        return "<response><href>/c/</href><status>HTTP/1.1 507 Insufficient Storage</status></response>";
    }

    String tag(String path) {
        return '"' + Integer.toHexString(contents.getOrDefault(path, "").hashCode()) + '"';
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("REPORT")) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                requests.add("REPORT " + body.replaceAll("(?s).*<sync-token>(.*)</sync-token>.*", "$1"));
                String report = reports.remove();
                if (report.equals(SILENCE)) {
                    awaitRelease();
                } else if (report.equals("500")) {
                    send(exchange, 501, "");
                } else if (report.equals("403")) {
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

    private void awaitRelease() throws IOException {
        asked.countDown();
        try {
            released.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
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

    /** A member with an identity, of the content that {@code serve} has said. */
    String present(String path, String id) {
        return present(path).replace("</getetag>", "</getetag><resource-id><href>urn:" + id + "</href></resource-id>");
    }

    static String collection(String path, String id) {
        return collection(path)
                .replace("</resourcetype>", "</resourcetype><resource-id><href>urn:" + id + "</href></resource-id>");
    }

    /** Mirrors a small tree: the directories a and b, of the resources A and B, and two files. */
    void begin() throws IOException {
        serve("a/f", "in a");
        serve("a/sub/g", "below a");
        serve("b/f", "in b");
        serve("x", "content of x");
        serve("y", "content of y");
        reports.add(page(
                "t1",
                collection("a", "A"),
                collection("a/sub", "S"),
                present("a/f", "AF"),
                present("a/sub/g", "SG"),
                collection("b", "B"),
                present("b/f", "BF"),
                present("x", "X"),
                present("y", "Y")));
        assertThat(mirror()).isZero();
        requests.clear();
    }

    /** Has the server answer for another path. */
    void moved(String from, String to) {
        contents.put(to, contents.remove(from));
    }
}
