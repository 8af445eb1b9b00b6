package io.tidemark.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

@ArquillianTest
@RunAsClient
class QuotaRacesIT {
    private static final int WRITERS = 4;
    private static final String LIMIT =
            "<D:propertyupdate xmlns:D='DAV:'><D:set><D:prop><T:quota-limit-bytes xmlns:T='urn:tidemark:dav'>%d"
                    + "</T:quota-limit-bytes></D:prop></D:set></D:propertyupdate>";
    private static final String USED = "<D:propfind xmlns:D='DAV:'><D:prop><D:quota-used-bytes/></D:prop></D:propfind>";

    private final Dav writer = Dav.as("writer");

    @Test
    void ofThoseWhoWantTheLastBytesExactlyOneGetsThem() throws Exception {
        for (String collection : Together.rounds("quota-last-bytes")) {
            limit(collection, 10);
            var answers = Together.send(IntStream.range(0, WRITERS)
                    .mapToObj(i -> writer.put(collection + i, "0123456789"))
                    .toList());
            assertThat(Together.statuses(answers)).containsExactlyInAnyOrder(201, 507, 507, 507);
            answers.stream()
                    .filter(answer -> answer.status() == 507)
                    .forEach(answer -> assertThat(answer.text()).contains("quota-not-exceeded"));
            assertUsed(collection, 10);
        }
    }

    @Test
    void writersInTwoQuotasInEitherOrderAllComeThrough() throws Exception {
        for (String collection : Together.rounds("quota-order")) {
            String one = collection + "one/";
            String two = collection + "two/";
            for (String part : List.of(one, two)) {
                writer.request("MKCOL", part).send().expect(201);
                limit(part, 1_000);
            }
            for (int i = 0; i < WRITERS; i++) {
                writer.put(one + i, "first").send().expect(201);
                writer.put(two + i, "first").send().expect(201);
                swap(collection, one + i, two + i);
            }
            List<Dav.Request> requests = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                requests.add(writer.put((i % 2 == 0 ? one : two) + i, "second"));
            }
            Together.send(requests).forEach(answer -> answer.expect(204));
            assertUsed(one, WRITERS / 2 * ("first".length() + "second".length()));
            assertUsed(two, WRITERS / 2 * ("first".length() + "second".length()));
        }
    }

    @Test
    void whatIsStoredWhileAQuotaIsSetCountsOnce() throws Exception {
        for (String collection : Together.rounds("quota-set")) {
            List<Dav.Request> requests = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                requests.add(writer.put(collection + i, "0123456789"));
            }
            requests.add(Dav.as("admin").request("PROPPATCH", collection).body(LIMIT.formatted(1_000)));
            Together.send(requests);
            assertUsed(collection, WRITERS * 10);
        }
    }

    /** Each of two files is where the other was, and counts where it was. */
    private void swap(String collection, String one, String two) {
        String aside = collection + "aside";
        move(one, aside);
        move(two, one);
        move(aside, two);
    }

    private void move(String from, String to) {
        writer.request("MOVE", from).header("Destination", Dav.url(to)).send().expect(201);
    }

    private static void limit(String collection, int bytes) {
        Dav.as("admin")
                .request("PROPPATCH", collection)
                .body(LIMIT.formatted(bytes))
                .send()
                .expect(207);
    }

    private void assertUsed(String collection, int bytes) {
        assertThat(writer.request("PROPFIND", collection)
                        .header("Depth", "0")
                        .body(USED)
                        .send()
                        .expect(207)
                        .text())
                .contains(">" + bytes + "</D:quota-used-bytes>");
    }
}
