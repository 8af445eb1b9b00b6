package io.tidemark.seer;

import io.tidemark.harness.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Both worlds, asked the same; and what they answered otherwise than each other. */
final class Worlds {
    private static final Pattern TOKEN = Pattern.compile("<D:sync-token>(urn:[^<]+)</D:sync-token>");
    private static final Question TOKEN_OF = Question.at("PROPFIND", "Depth", "0")
            .saying("<propfind xmlns=\"DAV:\"><prop><sync-token/></prop></propfind>");
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

    /** Asks both worlds the same, and returns the URLs in their answers. */
    List<Pair> compare(Question question, Pair url, Map<String, Pair> names) {
        names.forEach((name, pair) -> {
            bare.set(name, pair.bare());
            full.set(name, pair.full());
        });
        set("n", Integer.toString(asked++));
        CompletableFuture<Answer> other = CompletableFuture.supplyAsync(() -> full.send(question, url.full()));
        World.Seen here = bare.see(bare.send(question, url.bare()));
        World.Seen there = full.see(other.join());
        if (!here.text().equals(there.text()) || isFailure(here)) {
            differences.add("%s%nabout %s%n%s".formatted(question, url.full(), difference(here.text(), there.text())));
        }
        List<Pair> hrefs = new ArrayList<>();
        for (int i = 0;
                here.hrefs().size() == there.hrefs().size() && i < here.hrefs().size();
                i++) {
            hrefs.add(new Pair(here.hrefs().get(i), there.hrefs().get(i)));
        }
        return hrefs;
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

    Optional<Pair> token(Pair url) {
        Matcher here = TOKEN.matcher(bare.send(TOKEN_OF, url.bare()).text());
        Matcher there = TOKEN.matcher(full.send(TOKEN_OF, url.full()).text());
        return here.find() && there.find() ? Optional.of(new Pair(here.group(1), there.group(1))) : Optional.empty();
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
