package io.tidemark.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A client that only replays reports ends with what a listing shows to its user, while others write and the rights change
 * on collections that come, go and change places.
 */
@ArquillianTest
@RunAsClient
class RightsReplicaIT {
    private static final int ROUNDS = Integer.getInteger("replica.rounds", 1);
    private static final int WRITES = Integer.getInteger("replica.writes", 80);
    private static final int SEED = Integer.getInteger("replica.seed", 0);
    private static final int KEPT_ONE_IN = 12;
    private static final int MOST_KEPT = 24;
    private static final List<String> USERS = List.of("other", "reader");

    @ParameterizedTest(name = "reports of {0} responses")
    @ValueSource(ints = {1, 3, 1000})
    void aReplicaEqualsWhatItsUserMaySee(int limit) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            run(limit, SEED + round);
        }
    }

    private static void run(int limit, int seed) throws Exception {
        String collection = "/files/rights-replica-" + limit + "-" + seed + "/";
        Dav.as("writer").request("MKCOL", collection).send().expect(201);
        List<Replica> replicas = new ArrayList<>();
        for (String user : USERS) {
            replicas.add(new Replica(user, collection, Replica.INFINITE));
            replicas.add(new Replica(user, collection, Replica.ONE));
            replicas.add(new Replica(user, collection + "x/", Replica.INFINITE));
        }
        List<Replica> kept = new ArrayList<>();
        var random = new Random(seed);
        var threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                var writer = new RandomWriter(collection, new Random(seed * 1_000L + limit * 10L + i));
                writers.add(threads.submit(() -> writer.write(WRITES)));
            }
            var granting = new Random(seed * 1_000L + limit * 10L + 9);
            writers.add(threads.submit(() -> grant(collection, granting)));
            while (!writers.stream().allMatch(Future::isDone)) {
                Replica replica = replicas.get(random.nextInt(replicas.size()));
                replica.pull(limit);
                if (kept.size() < MOST_KEPT && random.nextInt(KEPT_ONE_IN) == 0) {
                    kept.add(replica.aside());
                }
            }
            for (Future<?> done : writers) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        replicas.forEach(replica -> compare(replica, limit, "seed " + seed));
        kept.forEach(replica -> compare(replica, limit, "seed " + seed + ", kept aside"));
    }

    private static void compare(Replica replica, int limit, String what) {
        replica.pullAll(limit);
        replica.check(what);
    }

    /** Lets users in and out, one or both of them, and takes lists away again. */
    private static void grant(String collection, Random random) {
        for (int i = 0; i < WRITES; i++) {
            String folder = RandomWriter.FOLDERS.get(random.nextInt(RandomWriter.FOLDERS.size()));
            Answer answer = Dav.as("admin")
                    .request("ACL", collection + folder)
                    .body(list(random.nextInt(4)))
                    .send();
            assertThat(answer.status()).as(answer.text()).isIn(200, 404, 405);
        }
    }

    /** A list that names the users whose bits are set; 3 stands for no list. */
    private static String list(int users) {
        StringBuilder entries = new StringBuilder();
        if (users < 3) {
            entries.append(entry("writer", "all"));
            for (int i = 0; i < USERS.size(); i++) {
                entries.append((users & 1 << i) == 0 ? "" : entry(USERS.get(i), "read"));
            }
        }
        return "<D:acl xmlns:D=\"DAV:\">" + entries + "</D:acl>";
    }

    private static String entry(String user, String privilege) {
        return ("<D:ace><D:principal><D:href>/principals/users/%s</D:href></D:principal>"
                        + "<D:grant><D:privilege><D:%s/></D:privilege></D:grant></D:ace>")
                .formatted(user, privilege);
    }
}
