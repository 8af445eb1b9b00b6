package io.tidemark.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.DatabaseRelay;
import io.tidemark.harness.Dav;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How often requests ask the database and wait: what a request costs where the database is some way off. Others have work
 * in the background meanwhile, so each request is sent several times, and the fewest exchanges of them count. It comes before
 * all others: with lists of rights and workspaces in the store, there is more to ask.
 */
@ArquillianTest
@RunAsClient
@EnabledIfSystemProperty(named = "it.database", matches = "postgresql")
@Order(0)
class ExchangesIT {

    private static final int TIMES = 12;
    private static final String COLLECTION = "/files/exchanges/";
    private static final String SYNC = "<D:sync-collection xmlns:D='DAV:'><D:sync-token>%s</D:sync-token>"
            + "<D:sync-level>1</D:sync-level><D:prop><D:getetag/></D:prop></D:sync-collection>";

    /** The most that each may need, the commit among them. */
    private static final Map<String, Integer> MOST = Map.of(
            "PUT of a new file", 6,
            "PUT over a file", 10,
            "PUT of a revision", 14,
            "GET", 1,
            "PROPFIND", 3,
            "poll", 2,
            "CHECKOUT", 14,
            "CHECKIN", 16);

    private final Dav admin = Dav.as("admin");
    private final Map<String, Long> fewest = new LinkedHashMap<>();

    @Test
    void needsFew() {
        admin.request("MKCOL", COLLECTION).send().expect(201);
        count("PUT of a new file", i -> admin.put(COLLECTION + "new-" + i, "new"));
        admin.put(COLLECTION + "file", "first").send().expect(201);
        count("PUT over a file", i -> admin.put(COLLECTION + "file", "over " + i));
        count("GET", i -> admin.get(COLLECTION + "file"));
        count("PROPFIND", i -> admin.request("PROPFIND", COLLECTION).header("Depth", "0"));
        String token = report("").text().replaceAll("(?s).*sync-token>([^<]+)<.*", "$1");
        count("poll", i -> poll(token));
        admin.put(COLLECTION + "versioned", "first").send().expect(201);
        admin.request("VERSION", COLLECTION + "versioned").send().expect(200);
        count("PUT of a revision", i -> admin.put(COLLECTION + "versioned", "revision " + i));
        for (int i = 0; i < TIMES; i++) {
            count("CHECKOUT", admin.request("CHECKOUT", COLLECTION + "versioned"));
            admin.put(COLLECTION + "versioned", "worked on " + i).send().expect(204);
            count("CHECKIN", admin.request("CHECKIN", COLLECTION + "versioned"));
        }

        System.getLogger(ExchangesIT.class.getName()).log(System.Logger.Level.INFO, "Exchanges: {0}", fewest);
        assertThat(fewest)
                .hasSameSizeAs(MOST)
                .allSatisfy((what, exchanges) ->
                        assertThat(exchanges).as(what).isPositive().isLessThanOrEqualTo(MOST.get(what)));
    }

    private Dav.Request poll(String token) {
        return admin.request("REPORT", COLLECTION).header("Depth", "0").body(SYNC.formatted(token));
    }

    private Answer report(String token) {
        return poll(token).send().expect(207);
    }

    private void count(String what, IntFunction<Dav.Request> requests) {
        for (int i = 0; i < TIMES; i++) {
            count(what, requests.apply(i));
        }
    }

    private void count(String what, Dav.Request request) {
        long before = DatabaseRelay.exchanges();
        int status = request.send().status();
        long exchanges = DatabaseRelay.exchanges() - before;
        assertThat(status).as(what).isBetween(200, 299);
        fewest.merge(what, exchanges, Math::min);
    }
}
