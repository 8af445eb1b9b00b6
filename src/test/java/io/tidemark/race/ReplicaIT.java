package io.tidemark.race;

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
 * A client that only replays reports ends with what a listing shows, whatever others did meanwhile: at either level, of the
 * whole tree or of a collection in it that comes and goes, page by page, and from any token that it ever had.
 */
@ArquillianTest
@RunAsClient
class ReplicaIT {
    private static final int ROUNDS = Integer.getInteger("replica.rounds", 1);
    private static final int WRITERS = Integer.getInteger("replica.writers", 3);
    private static final int WRITES = Integer.getInteger("replica.writes", 80);
    private static final int SEED = Integer.getInteger("replica.seed", 0);

    /** One report in so many, a client is kept aside; so many of them at most. */
    private static final int KEPT_ONE_IN = 12;

    private static final int MOST_KEPT = 24;

    @ParameterizedTest(name = "reports of {0} responses")
    @ValueSource(ints = {1, 3, 1000})
    void aReplicaEqualsTheListing(int limit) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            run(limit, SEED + round);
        }
    }

    private static void run(int limit, int seed) throws Exception {
        String collection = "/files/replica-" + limit + "-" + seed + "/";
        Dav.as("writer").request("MKCOL", collection).send().expect(201);
        List<Replica> replicas = replicas(collection);
        List<Replica> kept = new ArrayList<>();
        var random = new Random(seed);
        var threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                var writer = new RandomWriter(collection, new Random(seed * 1_000L + limit * 10L + i));
                writers.add(threads.submit(() -> writer.write(WRITES)));
            }
            while (!writers.stream().allMatch(Future::isDone)) {
                // The whole tree, where most can go wrong, as often as all others together.
                Replica replica = replicas.get(random.nextBoolean() ? 0 : random.nextInt(replicas.size()));
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

    private static List<Replica> replicas(String collection) {
        List<Replica> replicas = new ArrayList<>();
        for (String level : List.of(Replica.INFINITE, Replica.ONE)) {
            replicas.add(new Replica(collection, level));
            RandomWriter.FOLDERS.forEach(folder -> replicas.add(new Replica(collection + folder, level)));
        }
        return replicas;
    }
}
