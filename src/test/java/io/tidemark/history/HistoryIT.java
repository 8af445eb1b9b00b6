package io.tidemark.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import io.tidemark.harness.Tar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A tree is written at random; what it was after each change is known, and what reports tell of it must be just that. */
@ArquillianTest
@RunAsClient
class HistoryIT {
    private static final int WRITES = 60;
    private static final String TREE = "/files/history-at-random/";
    private static final Pattern RESPONSE = Pattern.compile("<D:response>(.*?)</D:response>");
    private static final Pattern CHANGE = Pattern.compile("<T:change>(.*?)</T:change>");

    private static final Dav WRITER = Dav.as("writer");

    /** What the tree was, and the change that made it so. */
    private static final List<Map<String, StateOracle.Entry>> SNAPSHOTS = new ArrayList<>();

    private static final List<String> CHANGES = new ArrayList<>();

    @BeforeAll
    static void write() {
        WRITER.request("MKCOL", TREE).send().expect(201);
        WRITER.request("VERSION", TREE).send().expect(200);
        Random random = new Random(7);
        for (int i = 0; SNAPSHOTS.size() < WRITES; i++) {
            if (write(random, i)) {
                SNAPSHOTS.add(snapshot());
                CHANGES.add(first("id", report("<limit xmlns='DAV:'><nresults>1</nresults></limit>")));
            }
        }
        assertThat(CHANGES).doesNotHaveDuplicates();
    }

    /** Does something, if it can be done. */
    private static boolean write(Random random, int number) {
        String path = TREE + path(random);
        int status = switch (random.nextInt(8)) {
            case 0, 1 -> WRITER.request("MKCOL", path + "/").send().status();
            case 2 -> WRITER.request("DELETE", path).send().status();
            case 3, 4 ->
                WRITER.request("MOVE", path)
                        .header("Destination", Dav.url(TREE + path(random)))
                        .header("Tidemark-Safe-Save", "F")
                        .send()
                        .status();
            case 5 ->
                WRITER.request("COPY", path)
                        .header("Destination", Dav.url(TREE + path(random)))
                        .send()
                        .status();
            default -> WRITER.put(path, "text " + number % 5).send().status();
        };
        return status == 201 || status == 204;
    }

    private static String path(Random random) {
        return random.ints(1 + random.nextInt(3), 0, 3)
                .mapToObj(name -> "abc".substring(name, name + 1))
                .collect(Collectors.joining("/"));
    }

    private static Map<String, StateOracle.Entry> snapshot() {
        String listing = WRITER.request("PROPFIND", TREE)
                .header("Depth", "infinity")
                .body("<D:propfind xmlns:D='DAV:'><D:prop><D:resource-id/><D:getetag/></D:prop></D:propfind>")
                .send()
                .expect(207)
                .text();
        Map<String, StateOracle.Entry> snapshot = new TreeMap<>();
        for (Matcher response = RESPONSE.matcher(listing); response.find(); ) {
            String href = first("href", response.group(1));
            snapshot.put(
                    href.substring(TREE.length()),
                    new StateOracle.Entry(
                            first(
                                    "href",
                                    response.group(1)
                                            .substring(response.group(1).indexOf("resource-id"))),
                            response.group(1).contains("<D:getetag>") ? first("getetag", response.group(1)) : "",
                            href.endsWith("/")));
        }
        return snapshot;
    }

    private static String report(String body) {
        return WRITER.request("REPORT", TREE)
                .body("<changes xmlns='urn:tidemark:dav'>" + body + "</changes>")
                .send()
                .expect(200)
                .text();
    }

    private static String compare(int from, int to, String further) {
        return WRITER.request("REPORT", TREE)
                .body("<compare xmlns='urn:tidemark:dav'><from>" + state(from) + "</from><to>" + state(to) + "</to>"
                        + further + "</compare>")
                .send()
                .expect(207)
                .text();
    }

    private static String state(int snapshot) {
        return snapshot == CHANGES.size() - 1 ? "<now/>" : "<change>" + CHANGES.get(snapshot) + "</change>";
    }

    private static String first(String element, String text) {
        Matcher found = Pattern.compile("<[DT]:" + element + ">([^<]*)<").matcher(text);
        return found.find() ? found.group(1) : "";
    }

    @Test
    void pagesAreTogetherWhatOneAnswerIs() {
        List<String> whole = changes(report("<limit xmlns='DAV:'><nresults>1000</nresults></limit>"));
        List<String> pages = new ArrayList<>();
        String next = "";
        do {
            String page = report("<limit xmlns='DAV:'><nresults>3</nresults></limit>"
                    + (next.isEmpty() ? "" : "<before>" + next + "</before>"));
            pages.addAll(changes(page));
            next = first("next", page);
        } while (!next.isEmpty());
        assertThat(pages).isEqualTo(whole);
        List<String> ids = whole.stream().map(change -> first("id", change)).toList();
        assertThat(ids).startsWith(CHANGES.get(CHANGES.size() - 1));
        List<String> newestFirst = new ArrayList<>(CHANGES);
        Collections.reverse(newestFirst);
        assertThat(ids.subList(0, CHANGES.size())).isEqualTo(newestFirst);
    }

    @Test
    void ofAChangeThatTouchedMuchAHundredMembersAreListedAndTheOthersCounted() {
        String collection = "/files/history-import/";
        WRITER.request("MKCOL", collection).send().expect(201);
        Tar tar = new Tar();
        for (int i = 0; i < 130; i++) {
            tar.file("f" + i, "text").file("d/f" + i, "text");
        }
        WRITER.request("POST", collection)
                .header("Content-Type", "application/x-tar")
                .body(tar.bytes())
                .send()
                .expect(200);
        String answer = WRITER.request("REPORT", collection)
                .body("<changes xmlns='urn:tidemark:dav'/>")
                .send()
                .expect(200)
                .text();
        assertThat(answer.split("<T:item>", -1)).hasSize(101);
        assertThat(first("more-items", answer)).isEqualTo("161");
        String below = WRITER.request("REPORT", collection + "d/")
                .body("<changes xmlns='urn:tidemark:dav'><level>1</level></changes>")
                .send()
                .expect(200)
                .text();
        assertThat(first("more-items", below)).isEqualTo("30");
    }

    private static List<String> changes(String answer) {
        return CHANGE.matcher(answer).results().map(found -> found.group(1)).toList();
    }

    @Test
    void twoStatesDifferByWhatDiffers() {
        Random random = new Random(8);
        for (int i = 0; i < WRITES; i++) {
            int from = random.nextInt(CHANGES.size());
            int to = random.nextInt(CHANGES.size());
            Set<String> expected = StateOracle.differences(SNAPSHOTS.get(from), SNAPSHOTS.get(to));
            assertThat(told(compare(from, to, "")))
                    .as("from %d to %d%n%s%n%s", from, to, SNAPSHOTS.get(from), SNAPSHOTS.get(to))
                    .isEqualTo(expected);
            assertThat(pages(from, to)).isEqualTo(expected);
        }
    }

    private static Set<String> pages(int from, int to) {
        Set<String> told = new TreeSet<>();
        String next = "";
        do {
            String page = compare(
                    from,
                    to,
                    "<limit xmlns='DAV:'><nresults>2</nresults></limit>"
                            + (next.isEmpty() ? "" : "<after>" + next + "</after>"));
            told.addAll(told(page));
            next = first("next", page);
        } while (!next.isEmpty());
        return told;
    }

    private static Set<String> told(String answer) {
        Set<String> told = new TreeSet<>();
        for (Matcher response = RESPONSE.matcher(answer); response.find(); ) {
            String text = response.group(1);
            if (text.contains("<T:difference>")) {
                String from = text.contains("<T:from>")
                        ? " "
                                + first("href", text.substring(text.indexOf("<T:from>")))
                                        .substring(TREE.length())
                        : "";
                told.add(first("difference", text) + " " + first("href", text).substring(TREE.length()) + from);
            }
        }
        return told;
    }
}
