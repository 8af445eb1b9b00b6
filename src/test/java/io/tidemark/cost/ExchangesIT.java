package io.tidemark.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import io.tidemark.kernel.sql.Database;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** How many exchanges with PostgreSQL requests take, the commit among them, where the server has been at that place before. */
@ArquillianTest
class ExchangesIT {

    private static final String PROPFIND =
            "<D:propfind xmlns:D='DAV:'><D:prop><D:getetag/><D:resourcetype/></D:prop></D:propfind>";

    /** Whoever lowers one of them writes the lower number here. */
    private static final Map<String, Integer> MOST = Map.of(
            "PUT of a new file", 3,
            "PUT over a file", 6,
            "PUT over a file under version control", 6,
            "GET of a file", 1,
            "PROPFIND of ten members", 3,
            "poll", 3,
            "CHECKOUT", 12,
            "CHECKIN", 20);

    private final Dav writer = Dav.as("writer");

    @Inject
    private Database database;

    @Test
    void areNoMoreThanTheyWere() {
        if (!database.isPostgreSql()) {
            // H2 is in the server's own process: there is nothing to exchange.
            return;
        }
        var found = new TreeMap<String, Integer>();
        try (var exchanges = new Exchanges()) {
            new Requests(exchanges, found).count();
        }
        assertThat(found)
                .allSatisfy((request, count) -> assertThat(count)
                        .as("exchanges of: %s, of %s", request, found)
                        .isPositive()
                        .isLessThanOrEqualTo(MOST.get(request)));
        assertThat(found.keySet()).isEqualTo(MOST.keySet());
    }

    /** Each request comes several times, and the last time counts: by then the server knows the way. */
    private final class Requests {
        private static final int TIMES = 4;

        private final Exchanges exchanges;
        private final Map<String, Integer> found;
        private final String collection = "/files/exchanges-" + UUID.randomUUID() + "/";

        Requests(Exchanges exchanges, Map<String, Integer> found) {
            this.exchanges = exchanges;
            this.found = found;
        }

        void count() {
            writer.request("MKCOL", collection).send().expect(201);
            for (int i = 0; i < 10; i++) {
                writer.put(collection + "member-" + i, "one").send().expect(201);
            }
            writer.request("VERSION", collection + "member-1").send().expect(200);
            again(
                    "PUT of a new file",
                    i -> writer.put(collection + "new-" + i, "x" + i).send().expect(201));
            again(
                    "PUT over a file",
                    i -> writer.put(collection + "member-0", "x" + i).send().expect(204));
            again(
                    "PUT over a file under version control",
                    i -> writer.put(collection + "member-1", "x" + i).send().expect(204));
            again(
                    "GET of a file",
                    i -> writer.get(collection + "member-2").send().expect(200));
            again(
                    "PROPFIND of ten members",
                    i -> writer.request("PROPFIND", collection)
                            .header("Depth", "1")
                            .body(PROPFIND)
                            .send()
                            .expect(207));
            String token = sync("");
            again("poll", i -> sync(token));
            String[] working = new String[TIMES];
            again(
                    "CHECKOUT",
                    i -> working[i] = writer.request("CHECKOUT", collection + "member-1")
                            .body("<D:checkout xmlns:D='DAV:'/>")
                            .send()
                            .expect(201)
                            .header("Location")
                            .orElseThrow());
            again(
                    "CHECKIN",
                    i -> writer.request("CHECKIN", working[i])
                            .header("Override-Checkin", "Yes")
                            .send()
                            .expect(201));
        }

        private void again(String name, IntConsumer request) {
            for (int i = 0; i < TIMES; i++) {
                int time = i;
                found.put(name, exchanges.of(() -> request.accept(time)));
            }
        }

        private String sync(String token) {
            String answer = writer.request("REPORT", collection)
                    .body(
                            "<D:sync-collection xmlns:D='DAV:'><D:sync-token>" + token
                                    + "</D:sync-token><D:sync-level>1</D:sync-level><D:prop><D:getetag/></D:prop></D:sync-collection>")
                    .send()
                    .expect(207)
                    .text();
            return answer.substring(
                    answer.lastIndexOf("<D:sync-token>") + "<D:sync-token>".length(),
                    answer.lastIndexOf("</D:sync-token>"));
        }
    }
}
