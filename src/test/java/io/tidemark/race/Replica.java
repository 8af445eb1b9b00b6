package io.tidemark.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.race.Responses.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a client knows that has seen nothing but reports. */
final class Replica {
    /** More reports than this for so few members do not end. */
    private static final int MOST_PAGES = 2_000;

    private final String collection;
    private final Map<String, String> members = new TreeMap<>();
    private String token = "";

    Replica(String collection) {
        this.collection = collection;
    }

    /** Asks for one report and does what it says; returns whether there is more. */
    boolean pull(int limit) {
        String answer = Sync.report(collection, token, limit);
        List<Response> responses = Responses.read(answer);
        Set<String> seen = new HashSet<>();
        boolean truncated = false;
        for (Response response : responses) {
            assertThat(seen.add(response.href()))
                    .as("%s once in %s", response.href(), answer)
                    .isTrue();
            if (response.isTruncation()) {
                assertThat(response.href()).isEqualTo(collection);
                truncated = true;
            } else if (response.isRemoved()) {
                remove(response.href());
            } else {
                put(response);
            }
        }
        token = Sync.tokenIn(answer);
        return truncated;
    }

    void pullAll(int limit) {
        int pages = 0;
        while (pull(limit)) {
            assertThat(++pages).as("pages").isLessThan(MOST_PAGES);
        }
    }

    Map<String, String> members() {
        return members;
    }

    private void put(Response response) {
        String href = response.href();
        if (href.endsWith("/")) {
            members.remove(href.substring(0, href.length() - 1));
        } else {
            remove(href + "/");
        }
        members.put(href, response.tag());
    }

    /** A collection goes with everything below it, and is named with its slash or without. */
    private void remove(String href) {
        String file = href.endsWith("/") ? href.substring(0, href.length() - 1) : href;
        members.keySet().removeIf(known -> known.equals(file) || known.startsWith(file + "/"));
    }
}
