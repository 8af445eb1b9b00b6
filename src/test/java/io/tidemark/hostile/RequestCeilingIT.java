package io.tidemark.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.DatabaseIndependent;
import io.tidemark.harness.Dav;
import io.tidemark.harness.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests of one user that do not end leave threads, and memory, to the others. */
@ArquillianTest
@DatabaseIndependent
@RunAsClient
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RequestCeilingIT {
    private static final int CEILING = 128;

    private final Dav flooder = Dav.as("flooder");
    private final Dav other = Dav.as("other");
    private final List<Wire> open = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Wire wire : open) {
            wire.close();
        }
        until(207);
    }

    @Test
    void aUserHasAPartOfTheThreads() throws IOException {
        for (int i = 1; i < CEILING; i++) {
            beginUpload();
        }
        fill(this::beginUpload);
        assertThat(flooder.get("/files/").send().expect(429).header("Retry-After"))
                .contains("1");
        other.put("/files/request-ceiling-other", "x").send().expect(201);
        open.get(0).send("y");
        assertThat(open.get(0).readHead()).startsWith("HTTP/1.1 201 ");
        until(207);
    }

    @Test
    void aLargeXmlBodyCountsAsSeveralRequests() throws IOException {
        fill(() -> begin("PROPFIND", "/files/", 1 << 20).send("<propfind"));
        other.request("PROPFIND", "/files/").header("Depth", "0").send().expect(207);
    }

    private void beginUpload() throws IOException {
        begin("PUT", "/files/request-ceiling-" + open.size(), 2).send("x");
    }

    /** Begins requests until there is no room: whoever asks for room takes some, and may keep out what was begun before. */
    private void fill(Begin another) throws IOException {
        do {
            another.begin();
            assertThat(open).hasSizeLessThan(4 * CEILING);
        } while (ask() != 429);
    }

    private Wire begin(String method, String path, int length) throws IOException {
        Wire wire = Wire.open();
        open.add(wire);
        return wire.send(method + " " + path + " HTTP/1.1\nHost: 127.0.0.1\nDepth: 0\nAuthorization: "
                + Dav.basic("flooder", "flooder") + "\nContent-Length: " + length + "\n\n");
    }

    /** Waits until the user gets such an answer: what was begun, or ended, arrives at the server in its own time. */
    private void until(int status) {
        int answered = 0;
        while (answered != status) {
            answered = ask();
        }
    }

    private interface Begin {
        void begin() throws IOException;
    }

    private int ask() {
        int status = flooder.request("PROPFIND", "/files/")
                .header("Depth", "0")
                .send()
                .status();
        assertThat(status).isIn(207, 429);
        return status;
    }
}
