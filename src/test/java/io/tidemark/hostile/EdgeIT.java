package io.tidemark.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.DatabaseIndependent;
import io.tidemark.harness.Dav;
import io.tidemark.harness.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.SoftAssertions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What the container would say before the application does. */
@ArquillianTest
@DatabaseIndependent
@RunAsClient
class EdgeIT {
    private static final String HEAD = " HTTP/1.1\nHost: 127.0.0.1\nConnection: close\n";
    private static final String WRITER = "Authorization: " + Dav.basic("writer", "writer") + "\n";
    private static final String ORIGIN = "https://app.example";

    @Test
    void theAbsoluteFormOfATargetIsTaken() throws IOException {
        Dav.as("writer").put("/files/absolute-form", "here").send();
        for (String scheme : List.of("http", "https", "HTTP")) {
            assertThat(Wire.exchange("GET " + scheme + "://127.0.0.1/files/absolute-form" + HEAD + WRITER + "\n"))
                    .startsWith("HTTP/1.1 200 ")
                    .endsWith("here");
        }
        assertThat(Wire.exchange("OPTIONS http://127.0.0.1" + HEAD + WRITER + "\n"))
                .startsWith("HTTP/1.1 200 ");
        assertThat(Wire.exchange("PROPFIND http://127.0.0.1/files//absolute-form" + HEAD + WRITER + "Depth: 0\n\n"))
                .startsWith("HTTP/1.1 207 ")
                .contains("<D:href>/files/absolute-form</D:href>");
        // As RFC 9112, section 3.2 has it, the host that counts is in one place only.
        assertThat(Wire.exchange("GET http://elsewhere.example/files/absolute-form" + HEAD + WRITER + "\n"))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void bytesThatNobodyCanReadDoNoHarm() throws IOException {
        SoftAssertions answers = new SoftAssertions();
        for (String header : List.of(
                "Cookie",
                "Accept",
                "Accept-Language",
                "Accept-Charset",
                "Accept-Encoding",
                "User-Agent",
                "Referer",
                "Content-Type",
                "X-Anything")) {
            for (String value : List.of(
                    "\u00E4",
                    "a=\u00C3\u00A9",
                    "\u00FF\u00FE",
                    "a=b; c=\u00E4; d=e",
                    "",
                    ";",
                    "=",
                    "a;q=x",
                    "a/b;q=x",
                    "a/b;qs=x")) {
                for (String method : List.of("GET", "PROPFIND", "OPTIONS", "DELETE")) {
                    for (String who : List.of(WRITER, "")) {
                        String path = method.equals("DELETE") ? "/files/no-such" : "/files/";
                        String expected = who.isEmpty() ? "401" : method.equals("DELETE") ? "404" : "20";
                        answers.assertThat(Wire.exchange(method + " " + path + HEAD + who + "Depth: 0\n" + header + ": "
                                        + value + "\n\n"))
                                .as("%s with %s: %s", method, header, value)
                                .startsWith("HTTP/1.1 " + expected);
                    }
                }
            }
        }
        answers.assertAll();
    }

    @Test
    void everyAnswerKeepsBrowsersFromActingOnIt() throws IOException {
        String[] requests = {
            "GET /files/" + HEAD + "\n",
            "GET /console" + HEAD + "\n",
            "GET /console" + HEAD + WRITER + "\n",
            "BREW /files/" + HEAD + WRITER + "\n",
            "GET /files/a%00b" + HEAD + WRITER + "\n",
            "GET *" + HEAD + WRITER + "\n",
            "OPTIONS *" + HEAD + WRITER + "\n",
            "PUT /files/x" + HEAD + WRITER + "Transfer-Encoding: gzip\n\n",
            "GET /files/" + HEAD + WRITER + WRITER + "\n",
            "GET /files/" + HEAD + WRITER + "\n",
            "HEAD /files/no-such" + HEAD + WRITER + "\n",
        };
        for (String request : requests) {
            assertThat(Wire.exchange(request))
                    .as(request)
                    .doesNotStartWith("HTTP/1.1 30")
                    .containsOnlyOnce("X-Content-Type-Options: nosniff\r\n")
                    .containsOnlyOnce("Content-Security-Policy: ")
                    .containsOnlyOnce("Cross-Origin-Resource-Policy: same-origin\r\n");
        }
    }

    @Test
    void passwordsAreAskedForInUtf8() throws IOException {
        assertThat(Wire.exchange("GET /files/" + HEAD + "\n"))
                .containsOnlyOnce("WWW-Authenticate: ")
                .contains("WWW-Authenticate: Basic realm=\"Tidemark\", charset=\"UTF-8\"\r\n");
    }

    @Test
    void thereIsNoHttp2() throws IOException {
        assertThat(Wire.exchange("PRI * HTTP/2.0\n\nSM\n\n")).startsWith("HTTP/1.1 400 ");
        assertThat(Wire.exchange("GET /files/ HTTP/1.1\nHost: 127.0.0.1\nConnection: Upgrade, HTTP2-Settings\n"
                        + "Upgrade: h2c\nHTTP2-Settings: AAQAAAAA\n\nGET /files/" + HEAD + "\n"))
                .startsWith("HTTP/1.1 401 ")
                .doesNotContain("HTTP/1.1 101 ");
    }

    @Test
    void compressedDocumentsAreRead() throws IOException {
        byte[] document = gzip("<propfind xmlns=\"DAV:\"><prop><getetag/></prop></propfind>");
        for (String coding : List.of("gzip", "x-gzip", "GZIP")) {
            propfind(coding, document).expect(207);
        }
        propfind("gzip", gzip("<propfind xmlns=\"DAV:\"><allprop/><a>" + " ".repeat(2 << 20) + "</a></propfind>"))
                .expect(413);
        propfind("gzip", new byte[] {1, 2, 3}).expect(400);
        propfind("gzip", gzip("<propfind")).expect(400);
    }

    /** What proxies make of a request without a body that came over HTTP/2. */
    @Test
    void aBodyInChunksMayBeNone() throws IOException {
        String path = "/files/chunked-collection/";
        Dav.as("writer").request("DELETE", path).send();
        String chunked = HEAD + WRITER + "Transfer-Encoding: chunked\n";
        assertThat(Wire.exchange("MKCOL " + path + chunked + "\n1\nx\n0\n\n")).startsWith("HTTP/1.1 415 ");
        assertThat(Wire.exchange("MKCOL " + path + chunked + "\n0\n\n")).startsWith("HTTP/1.1 201 ");
        assertThat(Wire.exchange("LOCK " + path + chunked + "If: (<urn:uuid:1>)\n\n0\n\n"))
                .startsWith("HTTP/1.1 412 ");
        for (String method : List.of("PROPFIND", "OPTIONS", "GET", "HEAD", "VERSION")) {
            assertThat(Wire.exchange(method + " " + path + chunked + "\n0\n\n"))
                    .as(method)
                    .startsWith("HTTP/1.1 20");
        }
        assertThat(Wire.exchange("DELETE " + path + chunked + "\n0\n\n")).startsWith("HTTP/1.1 204 ");
    }

    @Test
    void pagesOfListedOriginsMayReadAndWrite() throws IOException {
        Answer preflight = Dav.anonymous()
                .request("OPTIONS", "/files/of-another-origin")
                .header("Origin", ORIGIN)
                .header("Access-Control-Request-Method", "PROPFIND")
                .header("Access-Control-Request-Headers", "authorization,depth,x-mine")
                .send()
                .expect(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).contains(ORIGIN);
        assertThat(preflight.header("Access-Control-Allow-Methods").orElseThrow())
                .contains("PROPFIND", "REPORT", "LOCK", "PUT", "MKCOL", "CHECKIN");
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("authorization,depth,x-mine");
        Answer put = Dav.as("writer")
                .put("/files/of-another-origin", "x")
                .header("Origin", ORIGIN)
                .header("Sec-Fetch-Site", "cross-site")
                .send();
        assertThat(put.status()).isIn(201, 204);
        assertThat(put.header("Access-Control-Allow-Origin")).contains(ORIGIN);
        assertThat(put.header("Access-Control-Expose-Headers").orElseThrow()).contains("ETag");
        assertThat(put.header("Cross-Origin-Resource-Policy")).contains("cross-origin");
        assertThat(String.join(",", put.headers("Vary"))).contains("Origin");
        // A page must be able to read that its user has to sign in.
        assertThat(Dav.anonymous()
                        .get("/files/")
                        .header("Origin", ORIGIN)
                        .send()
                        .expect(401)
                        .header("Access-Control-Allow-Origin"))
                .contains(ORIGIN);
    }

    @Test
    void pagesOfOtherOriginsMayNot() {
        for (String origin :
                List.of("https://app.example.evil.example", "http://app.example", "null", "https://app.example:8443")) {
            Answer preflight = Dav.anonymous()
                    .request("OPTIONS", "/files/")
                    .header("Origin", origin)
                    .header("Access-Control-Request-Method", "PUT")
                    .send()
                    .expect(401);
            assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
            Answer put = Dav.as("writer")
                    .put("/files/of-yet-another-origin", "x")
                    .header("Origin", origin)
                    .header("Sec-Fetch-Site", "cross-site")
                    .send()
                    .expect(403);
            assertThat(put.header("Access-Control-Allow-Origin")).isEmpty();
        }
    }

    private static Answer propfind(String coding, byte[] body) {
        return Dav.as("writer")
                .request("PROPFIND", "/files/")
                .header("Depth", "0")
                .header("Content-Encoding", coding)
                .body(body)
                .send();
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
