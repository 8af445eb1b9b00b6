package io.tidemark.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** A tree is written at random; after each write, what is found in it must be what a listing of it has. */
@ArquillianTest
@RunAsClient
class FindingIT {

    private static final int WRITES = 150;
    private static final int MOST_LENGTH = 7;
    private static final String TREE = "/files/finding-at-random/";
    private static final Pattern RESPONSE = Pattern.compile("<D:response>(.*?)</D:response>");
    private static final Pattern HREF = Pattern.compile("<D:href>([^<]*)</D:href>");
    private static final Pattern LENGTH = Pattern.compile("<D:getcontentlength>(\\d+)<");
    private static final Dav WRITER = Dav.as("writer");
    private static final List<String> NAMES = List.of("Annual-Report", "annex", "report.txt", "Minutes", "minute", "x");

    @Test
    void whatIsFoundIsWhatIsThere() {
        WRITER.request("MKCOL", TREE).send().expect(201);
        WRITER.request("VERSION", TREE).send().expect(200);
        Random random = new Random(11);
        for (int i = 0; i < WRITES; i++) {
            int length = i % MOST_LENGTH;
            write(random, length);
            Map<String, Integer> there = listing();
            compare(there, like("%NNU%"), path -> path.toLowerCase(Locale.ROOT).contains("nnu"));
            compare(
                    there,
                    like("%min%te%"),
                    path -> path.toLowerCase(Locale.ROOT).matches(".*min.*te.*"));
            compare(there, eq("displayname", "report.txt"), "report.txt"::equals);
            assertThat(search(eq("getcontentlength", String.valueOf(length)), ""))
                    .containsExactlyInAnyOrderElementsOf(there.entrySet().stream()
                            .filter(entry -> entry.getValue() == length)
                            .map(Map.Entry::getKey)
                            .toList());
            inOrder(there);
        }
    }

    private static void inOrder(Map<String, Integer> there) {
        List<String> expected = there.keySet().stream()
                .map(FindingIT::name)
                .sorted(Comparator.reverseOrder())
                .limit(5)
                .toList();
        List<String> found = search(
                        "<gte><prop><getlastmodified/></prop><literal>2000-01-01T00:00:00Z</literal></gte>",
                        "<orderby><order><prop><displayname/></prop><descending/></order></orderby>"
                                + "<limit><nresults>5</nresults></limit>")
                .stream()
                .map(FindingIT::name)
                .toList();
        assertThat(found.subList(0, Math.min(5, found.size()))).isEqualTo(expected);
    }

    private static void compare(Map<String, Integer> there, String condition, Predicate<String> meant) {
        assertThat(new TreeSet<>(search(condition, "")))
                .isEqualTo(there.keySet().stream()
                        .filter(path -> meant.test(name(path)))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Does something, if it can be done. */
    private static void write(Random random, int length) {
        String path = TREE + path(random);
        String other = TREE + path(random);
        switch (random.nextInt(9)) {
            case 0, 1 -> WRITER.request("MKCOL", path + "/").send();
            case 2 -> WRITER.request("DELETE", path).send();
            case 3 ->
                WRITER.request("MOVE", path)
                        .header("Destination", Dav.url(other))
                        .send();
            case 4 ->
                WRITER.request("COPY", path)
                        .header("Destination", Dav.url(other))
                        .send();
            case 5 ->
                WRITER.request("BIND", TREE)
                        .header("Content-Type", "application/xml")
                        .body("<bind xmlns='DAV:'><segment>" + NAMES.get(random.nextInt(NAMES.size()))
                                + "</segment><href>" + path + "</href></bind>")
                        .send();
            default -> WRITER.put(path, "x".repeat(length)).send();
        }
    }

    private static String path(Random random) {
        return random.ints(1 + random.nextInt(3), 0, NAMES.size())
                .mapToObj(NAMES::get)
                .collect(Collectors.joining("/"));
    }

    private static String name(String path) {
        String whole = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return whole.substring(whole.lastIndexOf('/') + 1);
    }

    /** All paths, with the lengths of files; -1 for a collection. */
    private static Map<String, Integer> listing() {
        return responses(WRITER.request("PROPFIND", TREE)
                .header("Depth", "infinity")
                .body("<propfind xmlns='DAV:'><prop><getcontentlength/></prop></propfind>")
                .send()
                .expect(207)
                .text());
    }

    private static List<String> search(String condition, String further) {
        String answer = WRITER.request("SEARCH", TREE)
                .header("Content-Type", "application/xml")
                .body(
                        "<searchrequest xmlns='DAV:'><basicsearch><select><prop><getcontentlength/></prop></select><from><scope><href>"
                                + TREE + "</href></scope></from><where>" + condition + "</where>" + further
                                + "</basicsearch></searchrequest>")
                .send()
                .expect(207)
                .text();
        List<String> found = new ArrayList<>();
        for (Matcher response = RESPONSE.matcher(answer); response.find(); ) {
            if (!response.group(1).contains("507")) {
                found.add(href(response.group(1)));
            }
        }
        assertThat(found).doesNotHaveDuplicates();
        return found;
    }

    private static Map<String, Integer> responses(String answer) {
        Map<String, Integer> paths = new TreeMap<>();
        for (Matcher response = RESPONSE.matcher(answer); response.find(); ) {
            Matcher length = LENGTH.matcher(response.group(1));
            paths.put(href(response.group(1)), length.find() ? Integer.parseInt(length.group(1)) : -1);
        }
        return paths;
    }

    private static String href(String response) {
        Matcher href = HREF.matcher(response);
        return href.find() ? href.group(1) : "";
    }

    private static String like(String pattern) {
        return "<like><prop><displayname/></prop><literal>" + pattern + "</literal></like>";
    }

    private static String eq(String property, String value) {
        return "<eq><prop><" + property + "/></prop><literal>" + value + "</literal></eq>";
    }
}
