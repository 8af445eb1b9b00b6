package io.tidemark.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import io.tidemark.harness.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Small answers that their clients do not read hold no thread, and come whole when they are read after all. */
@ArquillianTest
@RunAsClient
class UnreadAnswersIT {
    /** More connections than the server has threads. */
    private static final int CONNECTIONS = 220;

    /** More answers than the system keeps for a connection that reads nothing. */
    private static final int REQUESTS = 400;

    /** How many others ask meanwhile, one after the other, while more and more answers wait to be read. */
    private static final int OTHERS = 20;

    private static final int PAUSE_MILLIS = 200;

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 401 ");

    @Test
    void nobodyKeepsOthersWaiting() throws IOException, InterruptedException {
        String request = "GET /files/ HTTP/1.1\r\nHost: 127.0.0.1\r\n";
        String all = (request + "\r\n").repeat(REQUESTS - 1) + request + "Connection: close\r\n\r\n";
        List<Wire> wires = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                Wire wire = Wire.openNarrow();
                wires.add(wire);
                Thread sender = new Thread(() -> sendWhatIsTaken(wire, all));
                sender.setDaemon(true);
                sender.start();
            }
            for (int i = 0; i < OTHERS; i++) {
                Dav.as("reader").get("/files/").send().expect(200);
                Thread.sleep(PAUSE_MILLIS);
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

    private static void sendWhatIsTaken(Wire wire, String text) {
        try {
            wire.send(text);
        } catch (IOException e) {
            // The test is over and has closed it.
            Thread.currentThread().interrupt();
        }
    }
}
