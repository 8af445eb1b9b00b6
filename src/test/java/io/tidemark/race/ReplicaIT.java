package io.tidemark.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that only replays reports ends with what a listing shows, whatever others did meanwhile. */
@Disabled("Failed in one of four runs: a collection that is replaced while pages are read can leave members behind")
@ArquillianTest
@RunAsClient
class ReplicaIT {
    private static final int WRITERS = 3;
    private static final int WRITES = 60;
    private static final List<String> COLLECTIONS = List.of("", "x/", "y/", "x/z/");

    private final Dav writer = Dav.as("writer");

    @ParameterizedTest(name = "reports of {0} responses")
    @ValueSource(ints = {1, 3, 1000})
    void aReplicaEqualsTheListing(int limit) throws Exception {
        String collection = "/files/replica-" + limit + "/";
        writer.request("MKCOL", collection).send().expect(201);
        var replica = new Replica(collection);
        var threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                var random = new Random(limit * 100L + i);
                writers.add(threads.submit(() -> write(collection, random)));
            }
            while (!writers.stream().allMatch(Future::isDone)) {
                replica.pull(limit);
            }
            for (Future<?> done : writers) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        replica.pullAll(limit);
        assertThat(replica.members()).isEqualTo(listing(collection));
    }

    private void write(String collection, Random random) {
        for (int i = 0; i < WRITES; i++) {
            String name = collection + pick(COLLECTIONS, random) + "n" + random.nextInt(4);
            String other = collection + pick(COLLECTIONS, random) + "n" + random.nextInt(4);
            String folder = collection + pick(COLLECTIONS.subList(1, 4), random);
            Answer answer = switch (random.nextInt(8)) {
                case 0, 1 -> writer.put(name, "body " + i).send();
                case 2 -> writer.request("DELETE", name).send();
                case 3 -> move("MOVE", name, other).send();
                case 4 -> move("COPY", name, other).send();
                case 5 -> writer.request("DELETE", folder).send();
                case 6 -> move("MOVE", collection + "x/", collection + "y/x/").send();
                default -> writer.request("MKCOL", folder).send();
            };
            assertThat(answer.status()).as(answer.text()).isLessThan(500);
        }
    }

    private Dav.Request move(String method, String from, String to) {
        return writer.request(method, from).header("Destination", Dav.url(to));
    }

    private static String pick(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private Map<String, String> listing(String collection) {
        Map<String, String> members = new TreeMap<>();
        Responses.read(writer.request("PROPFIND", collection)
                        .header("Depth", "infinity")
                        .body("<D:propfind xmlns:D=\"DAV:\"><D:prop><D:getetag/></D:prop></D:propfind>")
                        .send()
                        .expect(207)
                        .text())
                .forEach(response -> members.put(response.href(), response.tag()));
        members.remove(collection);
        return members;
    }
}
