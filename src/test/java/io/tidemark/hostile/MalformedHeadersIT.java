package io.tidemark.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import io.tidemark.harness.Wire;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A malformed header is 400, whatever the method that takes it. Each row of the table is a header, the requests that take
 * it, and values that are none; another header is another row.
 */
@ArquillianTest
@RunAsClient
class MalformedHeadersIT {
    private static final String COLLECTION = "/files/malformed-headers/";
    private static final String FILE = COLLECTION + "a.txt";
    private static final String LOCK_BODY =
            "<lockinfo xmlns=\"DAV:\"><lockscope><exclusive/></lockscope>" + "<locktype><write/></locktype></lockinfo>";

    /** What holds a control character is malformed in every header. */
    private static final List<String> CONTROLS = List.of("\0", "0\0", "\u0001", "a\u007Fb");

    /** What is no URL of anything. */
    private static final List<String> URLS = List.of("", "a", "://", "/files/%00", "/files/%C0%AF", "/files/x?y");

    private static final Map<String, List<Asked>> REQUESTS = Map.ofEntries(
            Map.entry(
                    "Depth",
                    List.of(
                            asked("PROPFIND", COLLECTION),
                            asked("COPY", COLLECTION, "Destination: /files/malformed-copy/"),
                            asked("LOCK", FILE, "", LOCK_BODY),
                            asked("VERSION", FILE))),
            Map.entry("If", List.of(asked("PUT", FILE, "", "x"), asked("DELETE", FILE), asked("GET", FILE))),
            Map.entry("Destination", List.of(asked("COPY", FILE), asked("MOVE", FILE))),
            Map.entry(
                    "Overwrite",
                    List.of(
                            asked("COPY", FILE, "Destination: /files/malformed-copy"),
                            asked("MOVE", FILE, "Destination: /files/malformed-copy"))),
            Map.entry("Lock-Token", List.of(asked("UNLOCK", FILE))),
            Map.entry(
                    "Timeout", List.of(asked("LOCK", FILE, "", LOCK_BODY), asked("LOCK", FILE, "If: (<urn:uuid:1>)"))),
            Map.entry("Range", List.of(asked("GET", FILE), asked("HEAD", FILE))),
            Map.entry("If-Match", List.of(asked("GET", FILE), asked("PUT", FILE, "", "x"))),
            Map.entry("Content-Range", List.of(asked("PUT", FILE, "", "x"))),
            Map.entry("X-OC-Mtime", List.of(asked("PUT", FILE, "", "x"))),
            Map.entry("OC-Checksum", List.of(asked("PUT", FILE, "", "x"))),
            Map.entry("Repr-Digest", List.of(asked("PUT", FILE, "", "x"))),
            Map.entry("Content-Digest", List.of(asked("PUT", FILE, "", "x"))),
            Map.entry("Revision-Id", List.of(asked("GET", FILE), asked("PROPPATCH", FILE))),
            Map.entry("Branch-Id", List.of(asked("GET", FILE), asked("PROPFIND", FILE))),
            Map.entry("Revision-Path", List.of(asked("GET", FILE), asked("PROPFIND", FILE))),
            Map.entry("Label", List.of(asked("GET", FILE))),
            Map.entry("Show-Deleted", List.of(asked("PROPFIND", COLLECTION))),
            Map.entry("Tidemark-Safe-Save", List.of(asked("DELETE", FILE))),
            Map.entry("Ref-Target", List.of(asked("MKREF", COLLECTION + "ref"))),
            Map.entry(
                    "Configuration-Id",
                    List.of(
                            asked("GET", FILE),
                            asked("PUT", FILE, "", "x"),
                            asked("PROPFIND", FILE),
                            asked("COPY", FILE, "Target-Configuration: /configurations/default/"))),
            Map.entry("Target-Configuration", List.of(asked("COPY", FILE), asked("COPY", COLLECTION))),
            Map.entry("Checkin-Set", List.of(asked("PUT", FILE, "", "x"), asked("DELETE", FILE))));

    private static final Map<String, List<String>> MALFORMED = Map.ofEntries(
            Map.entry("Depth", List.of("", "2", "-1", "00", "0, 1", "0,0", "infinite", "1,noroot", "\u00B2")),
            Map.entry(
                    "If",
                    List.of(
                            "",
                            "()",
                            "(",
                            "<",
                            "(<>)",
                            "(<urn:a>",
                            "(<no-uri>)",
                            "(<urn:a b>)",
                            "([x])",
                            "(Not)",
                            "(<urn:a>) x",
                            "</r>",
                            "*",
                            "(".repeat(10_000))),
            Map.entry(
                    "Destination",
                    List.of(
                            "",
                            "a",
                            "http:",
                            "http://",
                            "http:///x",
                            "http://[/x",
                            "/files/%",
                            "/files/%2F",
                            "/files/%00",
                            "/files/%FF",
                            "/files/%C0%AF",
                            "/files/../../x",
                            "/files/x?y",
                            "/files/x#y")),
            Map.entry("Overwrite", List.of("", "true", "no", "TF", "T,T", "0")),
            Map.entry("Lock-Token", List.of("", "<>", "<", "x", "<urn:a", "<urn:a>, <urn:b>", "<urn: a>", "<<urn:a>>")),
            Map.entry(
                    "Timeout",
                    List.of(
                            "",
                            "0",
                            "600",
                            "Second",
                            "Second-",
                            "Second--1",
                            "Second-1.5",
                            "Minute-1",
                            ",",
                            "Infinite,")),
            Map.entry(
                    "Range",
                    List.of(
                            "",
                            "bytes",
                            "bytes=",
                            "bytes=-",
                            "bytes=a-b",
                            "bytes=5-2",
                            "bytes=0",
                            "bytes=0-1,x",
                            "=0-1")),
            Map.entry("If-Match", List.of("", "x", "\"x", "W/x", "*, \"x\"", "\"x\" \"y\"")),
            Map.entry("Content-Range", List.of("", "bytes 0-0/1", "x")),
            Map.entry("X-OC-Mtime", List.of("", "x", "-", "1e400", "NaN")),
            Map.entry("OC-Checksum", List.of("", "SHA1", "SHA1:", ":00", "SHA1:xyz")),
            Map.entry(
                    "Repr-Digest",
                    List.of("", "x", "sha-256", "sha-256=1", "sha-256=:x", "sha-256=:A=A:", "md5=:AA==:,")),
            Map.entry("Content-Digest", List.of("", ":AA==:", "sha-256=AA==", "sha-256=:AA==: x")),
            Map.entry(
                    "Revision-Id",
                    List.of(
                            "",
                            "*",
                            "%",
                            "%00",
                            "Time()",
                            "Time(",
                            "Time(x)",
                            "Time(2026-13-01)",
                            "Time(2026-01-01T25:00:00Z)",
                            "Time(99999-01-01)")),
            Map.entry("Branch-Id", List.of("", " ", "%", "%zz", "%FF")),
            Map.entry(
                    "Revision-Path",
                    List.of(
                            "",
                            "x",
                            "/malformed-headers/a.txt;",
                            "/malformed-headers/a.txt;(V1",
                            "/malformed-headers/a.txt;V1)",
                            "/malformed-headers/a.txt;Time(x)",
                            "/malformed-headers/%zz",
                            "/malformed-headers/%00",
                            "/malformed-headers/b.txt")),
            Map.entry("Label", List.of("%", "%zz", "%FF", "%00")),
            Map.entry("Show-Deleted", List.of("", "Yes", "Y,Y", "1")),
            Map.entry("Tidemark-Safe-Save", List.of("", "true", "T,F")),
            Map.entry("Ref-Target", URLS),
            Map.entry("Configuration-Id", URLS),
            Map.entry("Target-Configuration", URLS),
            Map.entry("Checkin-Set", URLS));

    /** A request that takes a header; without it, or with a right one, it would not be 400. */
    private record Asked(String method, String path, String otherHeader, String body) {}

    private static Asked asked(String method, String path) {
        return asked(method, path, "");
    }

    private static Asked asked(String method, String path, String otherHeader) {
        return asked(method, path, otherHeader, "");
    }

    private static Asked asked(String method, String path, String otherHeader, String body) {
        return new Asked(method, path, otherHeader, body);
    }

    @BeforeAll
    static void makeAFileWithAHistory() {
        Dav writer = Dav.as("writer");
        if (writer.request("MKCOL", COLLECTION).send().status() == 201) {
            writer.put(FILE, "one").send().expect(201);
            writer.request("VERSION", FILE).send().expect(200);
        }
    }

    @Test
    void isRefused() throws IOException {
        SoftAssertions answers = new SoftAssertions();
        for (var entry : REQUESTS.entrySet()) {
            String header = entry.getKey();
            for (Asked asked : entry.getValue()) {
                for (String value : MALFORMED.get(header)) {
                    check(answers, asked, header, value);
                }
                for (String value : CONTROLS) {
                    check(answers, asked, header, value);
                }
            }
        }
        answers.assertAll();
        assertThat(MALFORMED.keySet()).isEqualTo(REQUESTS.keySet());
        Dav.as("writer").get(FILE).send().expect(200);
    }

    private static void check(SoftAssertions answers, Asked asked, String header, String value) throws IOException {
        String answer = Wire.exchange(asked.method() + " " + asked.path()
                + " HTTP/1.1\nHost: 127.0.0.1\nConnection: close\nAuthorization: " + Dav.basic("writer", "writer")
                + "\nContent-Length: "
                + asked.body().length() + "\n" + (asked.otherHeader().isEmpty() ? "" : asked.otherHeader() + "\n")
                + header + ": " + value + "\n\n" + asked.body());
        answers.assertThat(answer)
                .as(
                        "%s with %s: %s",
                        asked.method(), header, value.length() > 80 ? value.substring(0, 80) + "..." : value)
                .startsWith("HTTP/1.1 400 ");
    }
}
