package io.tidemark.race;

import io.tidemark.race.HerdOperation.Request;
import io.tidemark.race.Responses.Response;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A client that knows what reports have told it, in answers of random lengths. */
final class HerdClient {
    private static final int[] LIMITS = {1, 2, 3, 7, 20, 100, 1_000};
    private static final int MOST_PAGES = 10_000;
    private static final int OK = 207;

    private final Nodes nodes;
    private final Tally tally;
    private final String collection;
    private final String level;
    private final Random random;
    private KnownMembers known = new KnownMembers();
    private String token = "";

    HerdClient(Nodes nodes, Tally tally, String collection, String level, long seed) {
        this.nodes = nodes;
        this.tally = tally;
        this.collection = collection;
        this.level = level;
        this.random = new Random(seed);
    }

    /** Another client that knows the same and has the same token. */
    HerdClient fork() {
        HerdClient fork = new HerdClient(nodes, tally, collection, level, random.nextLong());
        fork.known = known.copy();
        fork.token = token;
        return fork;
    }

    String level() {
        return level;
    }

    Map<String, String> members() {
        return known.values();
    }

    /** Asks for one report and does what it says; returns whether there is more. */
    boolean pull() throws InterruptedException {
        HttpResponse<String> answer = nodes.send(new Request("REPORT", collection, Map.of(), body()));
        tally.count("reports");
        if (answer.statusCode() != OK) {
            throw new IllegalStateException("REPORT of " + token + " answered " + answer.statusCode() + answer.body());
        }
        return read(answer.body());
    }

    void pullAll() throws InterruptedException {
        int pages = 0;
        while (pull()) {
            if (++pages > MOST_PAGES) {
                throw new IllegalStateException("The pages from " + token + " do not end");
            }
        }
    }

    private boolean read(String multistatus) {
        List<Response> responses = Responses.read(multistatus);
        Set<String> seen = new HashSet<>();
        boolean cut = false;
        for (Response response : responses) {
            boolean own = response.href().equals(collection);
            if (!seen.add(KnownMembers.key(response.href()))
                    || own != response.isTruncation()
                    || (token.isEmpty() && response.isRemoved())) {
                tally.fail(response + " is out of place, or comes twice, in the answer to " + token);
            }
            if (own) {
                cut = true;
            } else {
                known.apply(response);
            }
        }
        tally.add("responses", responses.size());
        tally.add("answers that were cut", cut ? 1 : 0);
        token = Sync.tokenIn(multistatus);
        return cut;
    }

    private String body() {
        int limit = LIMITS[random.nextInt(LIMITS.length)];
        return "<D:sync-collection xmlns:D=\"DAV:\"><D:sync-token>%s</D:sync-token><D:sync-level>%s</D:sync-level>"
                        .formatted(token, level)
                + "<D:limit><D:nresults>%d</D:nresults></D:limit><D:prop><D:getetag/><D:displayname/></D:prop></D:sync-collection>"
                        .formatted(limit);
    }
}
