package io.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import io.tidemark.harness.Wire;
import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that ask for a long report and do not read it hold no connection to the database, and nobody else up. */
@ArquillianTest
class StalledClientsIT {
    private static final String COLLECTION = "/files/stalled/";

    /** Fewer than one user can have threads, but more than there are connections. */
    private static final int CLIENTS = 70;

    /** Of the pool's 64; the server's own timers may hold some for a moment. */
    private static final int CONNECTIONS = 58;

    @Resource(lookup = "java:jboss/datasources/Tidemark")
    private DataSource database;

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void whoDoesNotReadHoldsNoConnectionAndNobodyElseUp() throws Exception {
        LargeTree.make(COLLECTION);
        List<Wire> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                var client = Wire.openNarrow();
                stalled.add(client);
                assertThat(client.send(report()).readHead()).startsWith("HTTP/1.1 207 ");
            }
            takeConnections();
            Dav other = Dav.as("other");
            other.put(COLLECTION + "new", "x").send().expect(201);
            other.get(COLLECTION + "new").send().expect(200);
            other.request("DELETE", COLLECTION + "a/").send().expect(204);
        } finally {
            for (Wire client : stalled) {
                client.close();
            }
        }
    }

    /** Waits for as many connections as there are only when the clients hold none, and gives them back. */
    private void takeConnections() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            while (taken.size() < CONNECTIONS) {
                taken.add(database.getConnection());
            }
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }

    /** So much is asked for each member that the answer fits into no buffer on the way. */
    private static String report() {
        String properties =
                IntStream.range(0, 500).mapToObj(i -> "<p" + i + "/>").collect(Collectors.joining());
        String body = "<D:sync-collection xmlns:D=\"DAV:\"><D:sync-token/><D:sync-level>infinite</D:sync-level>"
                + "<D:prop>" + properties + "</D:prop></D:sync-collection>";
        return "REPORT " + COLLECTION + " HTTP/1.1\nHost: 127.0.0.1\nConnection: close\nAuthorization: "
                + Dav.basic("writer", "writer") + "\nContent-Length: " + body.length() + "\n\n" + body;
    }
}
