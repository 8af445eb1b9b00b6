package io.tidemark.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.DatabaseIndependent;
import io.tidemark.harness.Dav;
import io.tidemark.harness.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Small answers that their clients do not read hold no thread, and come whole when they are read after all. */
@ArquillianTest
@DatabaseIndependent
@RunAsClient
class UnreadAnswersIT {
    /** More connections than the server has threads. */
    private static final int CONNECTIONS = 220;

    /** More answers than the system keeps for a connection that reads nothing. */
    private static final int REQUESTS = 400;

    /** How many requests a client sends at once, of which it then knows that the system has taken them. */
    private static final int AT_ONCE = 20;

    /** How many others must get their answers, one after the other, while no client can send any more. */
    private static final int OTHERS = 20;

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 401 ");

    @Test
    void nobodyKeepsOthersWaiting() throws IOException {
        String request = "GET /files/ HTTP/1.1\r\nHost: 127.0.0.1\r\n";
        String some = (request + "\r\n").repeat(AT_ONCE);
        String last = (request + "\r\n").repeat(AT_ONCE - 1) + request + "Connection: close\r\n\r\n";
        AtomicLong taken = new AtomicLong();
        List<Wire> wires = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                Wire wire = Wire.openNarrow();
                wires.add(wire);
                Thread sender = new Thread(() -> sendWhatIsTaken(wire, some, last, taken));
                sender.setDaemon(true);
                sender.start();
            }
            // More and more answers wait to be read, until there is no room for another.
            long before = 0;
            for (int answered = 0; answered < OTHERS; answered++) {
                Dav.as("reader").get("/files/").send().expect(200);
                if (taken.get() > before) {
                    before = taken.get();
                    answered = 0;
                }
            }
            // Others got their answers though none of these was given up.
            for (Wire wire : wires) {
                assertThat(STATUS.matcher(wire.readAll()).results().count()).isEqualTo(REQUESTS);
            }
        } finally {
            for (Wire wire : wires) {
                wire.close();
            }
        }
    }

    private static void sendWhatIsTaken(Wire wire, String some, String last, AtomicLong taken) {
        try {
            for (int sent = 0; sent < REQUESTS - AT_ONCE; sent += AT_ONCE) {
                wire.send(some);
                taken.incrementAndGet();
            }
            wire.send(last);
            taken.incrementAndGet();
        } catch (IOException e) {
            // The test is over and has closed it.
            Thread.currentThread().interrupt();
        }
    }
}
