package io.tidemark.seer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.dialogue.DialogueFile;
import io.tidemark.dialogue.Exchange;
import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import io.tidemark.harness.Moment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * What somebody may not see makes no difference to what he gets: two worlds, one with things that are hidden from the seer, are
 * asked the same, and answer the same. It comes first: whoever asks for all that there is gets also what other tests leave.
 */
@ArquillianTest
@RunAsClient
@Order(1)
class SeerIT {
    private static final Path DIRECTORY = Path.of("src/test/resources/seer");
    private static final String HIDDEN = "-hidden.dav";

    /** Two names that are as long as each other, with nothing between them. */
    private final Worlds worlds = new Worlds(new World("seerone"), new World("seertwo"));

    private final Set<String> shownUrls = new LinkedHashSet<>();
    private final Set<String> hiddenUrls = new LinkedHashSet<>();
    private static final Pattern LOCK =
            Pattern.compile("<D:locktoken><D:href>([^<]*)</D:href></D:locktoken><D:lockroot><D:href>([^<]*)</D:href>");

    private final Set<String> before = configurations();
    private final Map<Pair, Pair> tokens = new LinkedHashMap<>();

    /** What follows the files would cost the tests that come after; what is derived from others goes first. */
    @AfterEach
    void takeTheWorkspacesAway() {
        Set<String> made = configurations();
        made.removeAll(before);
        made.forEach(SeerIT::unlock);
        while (made.removeIf(
                url -> Dav.as("admin").request("DELETE", url).send().status() != 409)) {
            // Each round makes others free.
        }
    }

    private static void unlock(String workspace) {
        String locks = Dav.as("admin")
                .request("PROPFIND", workspace)
                .header("Depth", "infinity")
                .body("<D:propfind xmlns:D='DAV:'><D:prop><D:lockdiscovery/></D:prop></D:propfind>")
                .send()
                .text();
        LOCK.matcher(locks)
                .results()
                .forEach(lock -> Dav.as("admin")
                        .request("UNLOCK", lock.group(2))
                        .header("Lock-Token", "<" + lock.group(1) + ">")
                        .send());
    }

    private static Set<String> configurations() {
        String listing = Dav.as("admin")
                .request("PROPFIND", "/configurations/")
                .header("Depth", "1")
                .body("<D:propfind xmlns:D='DAV:'><D:prop><D:configurationtype/></D:prop></D:propfind>")
                .send()
                .expect(207)
                .text();
        return Pattern.compile("/configurations/[0-9a-f-]{36}/")
                .matcher(listing)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void whatIsHiddenMakesNoDifference() throws Exception {
        Registry registry = Registry.read();
        Inquiry questions = Reading.questions(registry);
        List<String> methods = Writing.methods(registry);

        act("1");
        crawl(Reading.beginning(registry), true);
        worlds.set("first-act", Moment.between().toString());

        act("2");
        tokens.forEach((url, token) -> worlds.compare(Reading.since(), url, Map.of("token", token)));
        crawl(questions, false);
        prepare();
        for (String method : methods) {
            for (Question deed : Writing.deeds(method)) {
                urls(shownUrls).forEach(url -> attempt(deed, url));
                urls(hiddenUrls).forEach(url -> attempt(deed, url));
            }
        }
        assertThat(worlds.differences()).as(worlds::report).isEmpty();
        assertThatTheHiddenIsThere("/files/{w}/hush/plan-back.txt", "hush three");
        assertThatTheHiddenIsThere("/files/{w}/plain/hush-late/l.txt", "hush late");
        assertThatTheHiddenIsThere("{hush-workspace}{w}/hush-own.txt", "hush own");
    }

    /** Worlds without a difference would pass, and so would one whose hidden things the seer has taken away. */
    private void assertThatTheHiddenIsThere(String url, String content) {
        Answer answer = Dav.as("writer").get(worlds.full().fill(url)).send().expect(200);
        assertThat(answer.text()).isEqualTo(content);
    }

    /** Lets happen what the dialogues of an act say, what is hidden in one world alone. */
    private void act(String act) throws Exception {
        try (var files = Files.list(DIRECTORY)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (!name.startsWith(act)) {
                    continue;
                }
                DialogueFile dialogue = DialogueFile.read(name, file);
                boolean hidden = name.endsWith(HIDDEN);
                worlds.full().hold(dialogue);
                if (!hidden) {
                    worlds.bare().hold(dialogue);
                }
                for (Exchange exchange : dialogue.exchanges()) {
                    (hidden ? hiddenUrls : shownUrls).add(exchange.target());
                    exchange.expectedHeaders().stream()
                            .map(Exchange.Header::value)
                            .filter(value -> value.startsWith("{"))
                            .forEach((hidden ? hiddenUrls : shownUrls)::add);
                }
            }
        }
        hiddenUrls.add("{hush-revision}");
        hiddenUrls.add("{hush-deep}");
        shownUrls.add("{revision}");
        worlds.introduce();
        hiddenUrls.removeAll(shownUrls);
    }

    private List<Pair> urls(Set<String> templates) {
        return templates.stream()
                .map(worlds::fill)
                .filter(Pair::isUrl)
                .distinct()
                .toList();
    }

    /** Asks about all that is known, and about all that the answers name. */
    private void crawl(Inquiry questions, boolean first) {
        Deque<Pair> pending = new ArrayDeque<>(urls(shownUrls));
        pending.addAll(urls(hiddenUrls));
        pending.add(new Pair("/", "/"));
        Set<String> known = new LinkedHashSet<>();
        while (!pending.isEmpty()) {
            Pair url = pending.removeFirst();
            if (!known.add(worlds.masked(url))) {
                continue;
            }
            pending.addLast(url.parent());
            for (Question question : questions.about(known.size())) {
                Worlds.Told told = worlds.compare(question, url, Map.of());
                if (first) {
                    pending.addAll(told.hrefs());
                    told.token().ifPresent(token -> tokens.put(url, token));
                }
            }
        }
    }

    /** The seer has something of its own. */
    private void prepare() {
        for (World world : worlds.both()) {
            Dav seer = Dav.as(World.SEER);
            seer.request("MKCOL", world.fill("/files/{w}-seer/")).send().expect(201);
            seer.request("MKCOL", world.fill("/files/{w}-seer/tiny/")).send().expect(201);
            seer.put(world.fill("/files/{w}-seer/s.txt"), "seer").send().expect(201);
        }
    }

    /** A deed that cannot be the same: what is taken cannot be given, and what holds something hidden cannot be taken away. */
    private void attempt(Question deed, Pair url) {
        boolean taken = Writing.gives(deed) && worlds.isTaken(url, urls(hiddenUrls));
        boolean holding = Writing.takes(deed)
                && urls(hiddenUrls).stream().anyMatch(hidden -> hidden.full().startsWith(url.full()));
        if (taken || (holding && !urls(hiddenUrls).contains(url))) {
            worlds.refuse(deed, url);
        } else {
            worlds.compare(deed, url, Map.of());
        }
    }
}
