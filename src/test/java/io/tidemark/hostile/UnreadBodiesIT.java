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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are answered before their body has come hold no thread while it does not come. */
@ArquillianTest
@DatabaseIndependent
@RunAsClient
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class UnreadBodiesIT {

    /** More than the server has threads. */
    private static final int CLIENTS = 200;

    private static final String PUT = "PUT /files/unread HTTP/1.1\nHost: 127.0.0.1\n";

    private final Dav other = Dav.as("other");
    private final List<Wire> open = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Wire wire : open) {
            wire.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Content-Range: bytes 0-1/2\nAuthorization: writer\n"})
    void moreThanThereAreThreadsKeepNobodyWaiting(String headers) throws IOException {
        String refused = headers.isEmpty() ? " 401 " : " 400 ";
        for (int i = 0; i < CLIENTS; i++) {
            Wire wire = begin(headers + "Content-Length: 2\n\nx");
            assertThat(wire.readHead()).contains(refused);
        }
        other.put("/files/unread-other", "x").send().expect(201);
        // Each connection is still good: nobody waited until the server had given one of them up.
        for (Wire wire : open) {
            wire.send("x" + PUT + "Connection: close\n\n");
            assertThat(wire.readAll()).contains(" 401 ");
        }
        other.request("DELETE", "/files/unread-other").send().expect(204);
    }

    @Test
    void whoOffersABodyFirstIsNotAskedForIt() throws IOException {
        Wire wire = begin("Expect: 100-continue\nContent-Length: 2\n\n");
        assertThat(wire.readHead()).contains(" 401 ").doesNotContain(" 100 ");
    }

    private Wire begin(String rest) throws IOException {
        Wire wire = Wire.open();
        open.add(wire);
        return wire.send(
                PUT + rest.replace("Authorization: writer", "Authorization: " + Dav.basic("writer", "writer")));
    }
}
