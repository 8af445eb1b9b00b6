package io.tidemark.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.DatabaseIndependent;
import io.tidemark.harness.Dav;
import io.tidemark.harness.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bodies that end in two places or in none: nothing is stored, and what follows is no request, whoever sends it. */
@ArquillianTest
@DatabaseIndependent
@RunAsClient
class FramingIT {
    private static final String COLLECTION = "/files/framing/";
    private static final String VICTIM = COLLECTION + "victim";
    private static final String TARGET = COLLECTION + "target";
    private static final String HEAD = " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    private static final String WRITER = "Authorization: " + Dav.basic("writer", "writer") + "\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n\r\n";
    private static final String CHUNKS = "5\r\nhello\r\n0\r\n\r\n";
    private static final String SMUGGLED = "DELETE " + VICTIM + HEAD + WRITER + "\r\n";

    private static final List<String> UNCERTAIN = List.of(
            "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n" + CHUNKS,
            "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n" + CHUNKS,
            "Content-Length: 5\r\nContent-Length: 3\r\n\r\nhello",
            "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello",
            "Content-Length: 5, 5\r\n\r\nhello",
            "Content-Length: -5\r\n\r\nhello",
            "Content-Length: +5\r\n\r\nhello",
            "Content-Length: 0x5\r\n\r\nhello",
            "Content-Length: 5\0\r\n\r\nhello",
            "Content-Length: 99999999999999999999\r\n\r\nhello",
            "Content-Length: \r\n\r\nhello",
            "Content-Length : 5\r\n\r\nhello",
            "Transfer-Encoding : chunked\r\n\r\n" + CHUNKS,
            "Transfer-Encoding\t: chunked\r\n\r\n" + CHUNKS,
            "Transfer-Encoding:\u000Bchunked\r\n\r\n" + CHUNKS,
            "Transfer-Encoding: \"chunked\"\r\n\r\n" + CHUNKS,
            "Transfer-Encoding:\r\n\r\n" + CHUNKS,
            "Transfer-Encoding: gzip\r\n\r\nhello",
            "Transfer-Encoding: identity\r\n\r\n" + CHUNKS,
            "Transfer-Encoding: gzip, chunked\r\n\r\n" + CHUNKS,
            "Transfer-Encoding: chunked, chunked\r\n\r\n" + CHUNKS,
            "Transfer-Encoding: chu\r\n nked\r\n\r\n" + CHUNKS,
            "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n" + CHUNKS);

    private static final List<String> MALFORMED = List.of(
            "zz\r\nhello\r\n0\r\n\r\n",
            "\r\nhello\r\n0\r\n\r\n",
            "-5\r\nhello\r\n0\r\n\r\n",
            "+5\r\nhello\r\n0\r\n\r\n",
            "0x5\r\nhello\r\n0\r\n\r\n",
            "FFFFFFFFFFFFFFFFF\r\nhello\r\n0\r\n\r\n",
            "5 \r\nhello\r\n0\r\n\r\n",
            "5\nhello\r\n0\r\n\r\n",
            "5;a\nhello\r\n0\r\n\r\n",
            "5;\0\r\nhello\r\n0\r\n\r\n",
            "5\r\nhello!\r\n0\r\n\r\n",
            "5\r\nhello0\r\n\r\n",
            "5\r\nhello\r\n0\n\n",
            "5\r\nhello\r\n0\r\nno trailer\r\n\r\n",
            "5\r\nhello\r\nzz\r\n\r\n");

    @BeforeAll
    static void makeAVictim() {
        Dav writer = Dav.as("writer");
        if (writer.request("MKCOL", COLLECTION).send().status() == 201) {
            writer.put(VICTIM, "here").send().expect(201);
        }
    }

    @Test
    void anUncertainEndIsRefused() throws IOException {
        SoftAssertions answers = new SoftAssertions();
        for (String body : UNCERTAIN) {
            for (String who : List.of(WRITER, "")) {
                answers.assertThat(send("PUT " + TARGET + HEAD + who + body + SMUGGLED))
                        .as(body)
                        .startsWith("HTTP/1.1 400 ")
                        .containsOnlyOnce("HTTP/1.1 ");
            }
        }
        answers.assertAll();
        nothingHappened();
    }

    @Test
    void malformedChunksAreRefused() throws IOException {
        SoftAssertions answers = new SoftAssertions();
        for (String body : MALFORMED) {
            for (String method : List.of("PUT", "PROPFIND", "DELETE", "GET", "BREW")) {
                for (String who : List.of(WRITER, "")) {
                    answers.assertThat(send(method + " " + TARGET + HEAD + who + CHUNKED + body + SMUGGLED))
                            .as("%s: %s", method, body)
                            .startsWith("HTTP/1.1 400 ")
                            .containsOnlyOnce("HTTP/1.1 ");
                }
            }
        }
        answers.assertAll();
        nothingHappened();
    }

    @Test
    void chunksThatComeLaterAreReadAsStrictly() throws IOException {
        for (String body : MALFORMED) {
            assertThat(sendLater(
                            "PUT " + TARGET + HEAD + WRITER + "Expect: 100-continue\r\n" + CHUNKED, body + SMUGGLED))
                    .as(body)
                    .startsWith("HTTP/1.1 400 ")
                    .containsOnlyOnce("HTTP/1.1 ");
            assertThat(sendLater("PUT " + TARGET + HEAD + CHUNKED, body + SMUGGLED))
                    .as("from nobody: %s", body)
                    .startsWith("HTTP/1.1 401 ")
                    .containsOnlyOnce("HTTP/1.1 ");
        }
        nothingHappened();
    }

    @Test
    void bodiesThatBreakOffAreNotStored() throws IOException {
        for (String body :
                List.of("Content-Length: 50\r\n\r\nhello", CHUNKED + "50\r\nhello", CHUNKED + "5\r\nhello\r\n")) {
            try (var wire = Wire.open()) {
                assertThat(wire.send(bytes("PUT " + TARGET + HEAD + WRITER + body))
                                .endOutput()
                                .readAll())
                        .as(body)
                        .doesNotContain("HTTP/1.1 2");
            }
        }
        nothingHappened();
    }

    @Test
    void chunksOfAllShapesAreStored() throws IOException {
        String file = COLLECTION + "chunks";
        for (String body :
                List.of(CHUNKS, "5;a=b\r\nhello\r\n0;c\r\nA: b\r\n\r\n", "2\r\nhe\r\n003\r\nllo\r\n000\r\n\r\n")) {
            String next = "GET " + file + HEAD + WRITER + "Connection: close\r\n\r\n";
            String answers = send("PUT " + file + HEAD + WRITER + CHUNKED + body + next);
            assertThat(answers).as(body).startsWith("HTTP/1.1 20").endsWith("\r\n\r\nhello");
            answers = send("PUT " + file + HEAD + CHUNKED + body + next);
            assertThat(answers).as(body).startsWith("HTTP/1.1 401").endsWith("\r\n\r\nhello");
        }
        String large = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        send("PUT " + file + HEAD + WRITER + "Connection: close\r\n" + CHUNKED + large.repeat(30) + "0\r\n\r\n");
        assertThat(Dav.as("writer").get(file).send().expect(200).text()).isEqualTo("x".repeat(30 * 0x10000));
    }

    @Test
    void beforeHttp11ABodySaysItsLength() throws IOException {
        for (String version : List.of("HTTP/1.0", "HTTP/0.9")) {
            String head = " " + version + "\r\nHost: 127.0.0.1\r\n" + WRITER;
            assertThat(send("PUT " + TARGET + head + "\r\nhello")).startsWith(version + " 411 ");
            assertThat(send("POST " + COLLECTION + head + "\r\nhello")).startsWith(version + " 411 ");
            assertThat(send("PUT " + TARGET + head + CHUNKED + CHUNKS)).startsWith(version + " 400 ");
            nothingHappened();
            assertThat(send("PROPFIND " + VICTIM + head + "\r\n")).startsWith(version + " 207 ");
            assertThat(send("PUT " + COLLECTION + version.substring(5) + head + "Content-Length: 5\r\n\r\nhello"))
                    .startsWith(version + " 20");
        }
    }

    private static void nothingHappened() {
        Dav.as("writer").get(TARGET).send().expect(404);
        Dav.as("writer").get(VICTIM).send().expect(200);
    }

    private static String send(String request) throws IOException {
        try (var wire = Wire.open()) {
            return wire.send(bytes(request)).readAll();
        }
    }

    /** The body comes when the server waits for it, or has answered. */
    private static String sendLater(String head, String body) throws IOException {
        try (var wire = Wire.open()) {
            String first = wire.send(bytes(head)).readHead();
            String rest = wire.send(bytes(body)).readAll();
            return first.startsWith("HTTP/1.1 100 ") ? rest : first + rest;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
