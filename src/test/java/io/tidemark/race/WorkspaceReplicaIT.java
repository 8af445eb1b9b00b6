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
 * A client that only replays reports on a workspace's tree ends with what a listing of it shows, whatever was written
 * meanwhile in it, in the workspace that it inherits from, and in the files.
 */
@ArquillianTest
@RunAsClient
class WorkspaceReplicaIT {
    private static final int ROUNDS = Integer.getInteger("replica.rounds", 1);
    private static final int WRITES = Integer.getInteger("replica.writes", 60);
    private static final int SEED = Integer.getInteger("replica.seed", 0);

    @ParameterizedTest(name = "reports of {0} responses")
    @ValueSource(ints = {1, 3, 1000})
    void aReplicaOfAWorkspaceEqualsTheListing(int limit) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            run(limit, SEED + round);
        }
    }

    private static void run(int limit, int seed) throws Exception {
        String name = "workspaces-" + limit + "-" + seed + "/";
        Dav.as("writer").request("MKCOL", "/files/" + name).send().expect(201);
        Dav.as("writer").request("VERSION", "/files/" + name).send().expect(200);
        String parent = workspace("/configurations/default/", "Auto");
        String child = workspace(parent, "Auto");
        String snapshot = workspace(child, "None");
        try {
            run(limit, seed, name, List.of(parent, child, snapshot));
        } finally {
            // What follows the files keeps what other tests delete there.
            List.of(snapshot, child, parent)
                    .forEach(workspace ->
                            Dav.as("writer").request("DELETE", workspace).send().expect(204));
        }
    }

    private static void run(int limit, int seed, String name, List<String> workspaces) throws Exception {
        List<String> trees = new ArrayList<>(List.of("/files/"));
        trees.addAll(workspaces);
        List<Replica> replicas = new ArrayList<>();
        for (String tree : workspaces) {
            replicas.add(new Replica(tree + name, Replica.INFINITE));
            replicas.add(new Replica(tree + name, Replica.ONE));
            replicas.add(new Replica(tree + name + "x/", Replica.INFINITE));
        }
        var random = new Random(seed);
        var threads = Executors.newFixedThreadPool(trees.size());
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < trees.size(); i++) {
                var writer =
                        RandomWriter.withoutBindings(trees.get(i) + name, new Random(seed * 1_000L + limit * 10L + i));
                writers.add(threads.submit(() -> writer.write(WRITES)));
            }
            while (!writers.stream().allMatch(Future::isDone)) {
                replicas.get(random.nextInt(replicas.size())).pull(limit);
            }
            for (Future<?> done : writers) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        replicas.forEach(replica -> {
            replica.pullAll(limit);
            replica.check("seed " + seed);
        });
    }

    private static String workspace(String parent, String inheritance) {
        return Dav.as("writer")
                .request("MKCONFIG", "/configurations/")
                .body("""
                        <D:createconfiguration xmlns:D="DAV:">\
                        <D:configurationtype>DAV:Workspace</D:configurationtype>\
                        <D:derivedfrom>%s</D:derivedfrom><D:inheritancetype>DAV:%s</D:inheritancetype>\
                        </D:createconfiguration>""".formatted(parent, inheritance))
                .send()
                .expect(201)
                .header("Location")
                .orElseThrow();
    }
}
