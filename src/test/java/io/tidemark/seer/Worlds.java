package io.tidemark.seer;

import io.tidemark.harness.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Both worlds, asked the same; and what they answered otherwise than each other. */
final class Worlds {
    private static final int SHOWN = 20;

    private final World bare;
    private final World full;
    private final List<String> differences = new ArrayList<>();
    private final Map<String, Boolean> seen = new HashMap<>();
    private int asked;

    Worlds(World bare, World full) {
        this.bare = bare;
        this.full = full;
    }

    World bare() {
        return bare;
    }

    World full() {
        return full;
    }

    List<World> both() {
        return List.of(bare, full);
    }

    void introduce() {
        bare.guess(full);
        both().forEach(World::introduce);
    }

    void set(String name, String value) {
        both().forEach(world -> world.set(name, value));
    }

    Pair fill(String text) {
        return new Pair(bare.fill(text), full.fill(text));
    }

    String masked(Pair pair) {
        return bare.masked(pair.bare());
    }

    /**
     * What both worlds have told.
     *
     * @param hrefs the URLs in their answers
     * @param token the first token in their answers, if there is one
     */
    record Told(List<Pair> hrefs, Optional<Pair> token) {}

    /** Asks both worlds the same. */
    Told compare(Question question, Pair url, Map<String, Pair> names) {
        names.forEach((name, pair) -> {
            bare.set(name, pair.bare());
            full.set(name, pair.full());
        });
        set("n", Integer.toString(asked++));
        CompletableFuture<Answer> later = CompletableFuture.supplyAsync(() -> full.send(question, url.full()));
        World.Seen here = bare.see(bare.send(question, url.bare()));
        World.Seen there = full.see(later.join());
        if (!here.text().equals(there.text()) || isFailure(here)) {
            differences.add("%s%nabout %s%n%s".formatted(question, url.full(), difference(here.text(), there.text())));
        }
        List<Pair> hrefs = new ArrayList<>();
        for (int i = 0;
                here.hrefs().size() == there.hrefs().size() && i < here.hrefs().size();
                i++) {
            hrefs.add(new Pair(here.hrefs().get(i), there.hrefs().get(i)));
        }
        return new Told(hrefs, here.token().flatMap(one -> there.token().map(other -> new Pair(one, other))));
    }

    private static boolean isFailure(World.Seen seen) {
        return seen.status() >= 500 && seen.status() != 501 && seen.status() != 507;
    }

    /** Asks only the full world, which must refuse without saying why. */
    void refuse(Question deed, Pair url) {
        set("n", Integer.toString(asked++));
        Answer answer = full.send(deed, url.full());
        String text = answer.text().replace(url.full(), "").replace(url.full().replaceAll("/$", ""), "");
        if (answer.status() < 400 || answer.status() >= 500 || text.contains("hush")) {
            differences.add("%s%nabout %s, must be refused without a word%n%s"
                    .formatted(deed, url.full(), full.see(answer).text()));
        }
    }

    /** Whether something hidden is at a URL of which the collection shows. */
    boolean isTaken(Pair url, List<Pair> hidden) {
        return hidden.contains(url)
                && seen.computeIfAbsent(
                        url.bare(),
                        path -> bare.send(Question.at("GET"), World.parent(path))
                                        .status()
                                == 200);
    }

    List<String> differences() {
        return differences;
    }

    String report() {
        return "%d of %d answers differ by what the seer may not see. The first:%n%n%s"
                .formatted(
                        differences.size(),
                        asked,
                        String.join("\n\n", differences.subList(0, Math.min(SHOWN, differences.size()))));
    }

    /** The first lines in which texts differ. */
    private static String difference(String bare, String full) {
        String[] one = bare.replace("><", ">\n<").split("\n", -1);
        String[] two = full.replace("><", ">\n<").split("\n", -1);
        int at = 0;
        while (at < one.length && at < two.length && one[at].equals(two[at])) {
            at++;
        }
        StringBuilder shown = new StringBuilder();
        for (int i = Math.max(0, at - 3); i < at; i++) {
            shown.append("  ").append(one[i]).append('\n');
        }
        for (int i = at; i < Math.min(one.length, at + 4); i++) {
            shown.append("without: ").append(one[i]).append('\n');
        }
        for (int i = at; i < Math.min(two.length, at + 4); i++) {
            shown.append("with:    ").append(two[i]).append('\n');
        }
        return shown.toString();
    }
}
