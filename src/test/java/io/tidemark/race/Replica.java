package io.tidemark.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import io.tidemark.race.Responses.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A client that has seen nothing but reports. */
final class Replica {
    static final String ONE = "1";
    static final String INFINITE = "infinite";

    /** More reports than this for so few members do not end. */
    private static final int MOST_PAGES = 5_000;

    private final String user;
    private final String collection;
    private final String level;
    private final KnownMembers members;
    private final List<String> told = new ArrayList<>();
    private String token;

    Replica(String collection, String level) {
        this("writer", collection, level);
    }

    /** What a user may see of a collection. */
    Replica(String user, String collection, String level) {
        this(user, collection, level, new KnownMembers(), "");
    }

    private Replica(String user, String collection, String level, KnownMembers members, String token) {
        this.user = user;
        this.collection = collection;
        this.level = level;
        this.members = members;
        this.token = token;
    }

    /** The same client at this moment, to go on from here another day. */
    Replica aside() {
        return new Replica(user, collection, level, members.copy(), token);
    }

    /**
     * Asks for one report and does what it says; begins anew when its token is refused, or no collection is there.
     *
     * @return whether there is more
     */
    boolean pull(int limit) {
        Answer answer = Sync.report(user, collection, level, token, limit);
        if (answer.status() != 207) {
            assertThat(answer.status()).as(answer.text()).isIn(403, 404);
            boolean refused = answer.text().contains("valid-sync-token");
            assertThat(refused && token.isEmpty()).as(answer.text()).isFalse();
            told.add("refused " + token);
            members.clear();
            token = "";
            return refused;
        }
        boolean truncated = false;
        Set<String> seen = new HashSet<>();
        for (Response response : Responses.read(answer.text())) {
            assertThat(seen.add(KnownMembers.key(response.href())))
                    .as("%s once in %s", response.href(), answer.text())
                    .isTrue();
            if (response.isTruncation()) {
                assertThat(response.href()).isEqualTo(collection);
                truncated = true;
            } else {
                told.add(KnownMembers.key(response.href()) + ' ' + (response.isRemoved() ? "gone" : response.tag())
                        + " after " + token);
                members.apply(response);
            }
        }
        token = Sync.tokenIn(answer.text());
        return truncated;
    }

    void pullAll(int limit) {
        int pages = 0;
        while (pull(limit)) {
            assertThat(++pages).as("pages").isLessThan(MOST_PAGES);
        }
    }

    /** Compares what the client knows with what is there; to be called when nobody writes. */
    void check(String what) {
        Map<String, String> listing = listing();
        assertThat(members.values())
                .as(() -> "%s: %s at level %s%n%s".formatted(what, collection, level, toldOfDifferences(listing)))
                .isEqualTo(listing);
    }

    /** All that reports have told of names at which the client is wrong, and of the collections that they are in. */
    private String toldOfDifferences(Map<String, String> listing) {
        Map<String, String> known = members.values();
        Set<String> wrong = new HashSet<>(known.keySet());
        wrong.addAll(listing.keySet());
        wrong.removeIf(key -> Objects.equals(known.get(key), listing.get(key)));
        return told.stream()
                .filter(line -> line.startsWith("refused")
                        || wrong.stream()
                                .anyMatch(key -> (key + '/').startsWith(line.substring(0, line.indexOf(' ')) + '/')))
                .collect(Collectors.joining("\n", "Wrong: " + wrong + "\n", ""));
    }

    private Map<String, String> listing() {
        Answer answer = Dav.as(user)
                .request("PROPFIND", collection)
                .header("Depth", level.equals(ONE) ? "1" : "infinity")
                .body("<D:propfind xmlns:D=\"DAV:\"><D:prop><D:getetag/><D:displayname/></D:prop></D:propfind>")
                .send();
        return answer.status() == 404
                ? Map.of()
                : KnownMembers.listed(Responses.read(answer.expect(207).text()), collection);
    }
}
