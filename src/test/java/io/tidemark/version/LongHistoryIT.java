package io.tidemark.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Reports on histories that are longer than what the server reads at a time: whole, in order, nothing twice. */
@ArquillianTest
@RunAsClient
class LongHistoryIT {
    private static final Pattern HREF = Pattern.compile("<D:href>/revisions/([0-9a-f-]+)/V(\\d+)</D:href>");

    private final Dav writer = Dav.as("writer");

    @Test
    void revisionsComeOldestFirstAndALimitKeepsTheNewest() {
        String file = versioned("lineage");
        for (int i = 2; i <= 205; i++) {
            writer.put(file, "primary " + i).send().expect(204);
        }
        writer.request("BRANCH", file)
                .header("Revision-Id", "V150")
                .body("<branch xmlns='DAV:'><branchlabel>side</branchlabel></branch>")
                .send()
                .expect(201);
        for (int i = 207; i <= 212; i++) {
            writer.put(file, "side " + i).header("Branch-Id", "side").send().expect(204);
        }

        assertThat(numbers(report(file, "<fulllineage xmlns='DAV:'/>"))).isEqualTo(range(1, 212));
        assertThat(numbers(report(file, "<fulllineage xmlns='DAV:' limit='203'/>")))
                .isEqualTo(range(10, 212));
        assertThat(numbers(report(file, "<directlineage xmlns='DAV:'/>"))).isEqualTo(range(1, 205));
        assertThat(numbers(onSide(file, "<directlineage xmlns='DAV:'/>")))
                .isEqualTo(Stream.concat(range(1, 150).stream(), range(206, 212).stream())
                        .toList());
        assertThat(numbers(onSide(file, "<directlineage xmlns='DAV:' limit='10' scope='id'/>")))
                .isEqualTo(Stream.concat(range(148, 150).stream(), range(206, 212).stream())
                        .toList());
        assertThat(numbers(report(file, "<version-tree xmlns='DAV:'/>"))).isEqualTo(range(1, 212));
        List<Integer> backwards =
                IntStream.rangeClosed(1, 205).map(i -> 206 - i).boxed().toList();
        assertThat(numbers(report(file, "<defaulthistory xmlns='DAV:'/>"))).isEqualTo(backwards);
    }

    @Test
    void everyChoiceOfADefaultIsRemembered() {
        String file = versioned("choices");
        writer.put(file, "two").send().expect(204);
        List<Integer> expected = new ArrayList<>(List.of(2, 1));
        for (int i = 0; i < 105; i++) {
            choose(file, "<href>V1</href>");
            choose(file, "<none/>");
            expected.addAll(0, List.of(2, 1));
        }
        assertThat(numbers(report(file, "<defaulthistory xmlns='DAV:'/>"))).isEqualTo(expected);
        assertThat(numbers(report(file, "<defaulthistory xmlns='DAV:' limit='203'/>")))
                .isEqualTo(expected.subList(0, 203));
    }

    @Test
    void everyResourceThatANameHadIsListed() {
        List<String> resources = new ArrayList<>();
        String file = versioned("names");
        for (int i = 0; i < 102; i++) {
            if (i > 0) {
                writer.request("DELETE", file).send().expect(204);
                make(file);
            }
            resources.addAll(hrefs(report(file, "<fulllineage xmlns='DAV:' scope='id'/>"), 1));
        }
        assertThat(hrefs(report(file, "<fulllineage xmlns='DAV:'/>"), 1)).isEqualTo(resources);
        assertThat(hrefs(report(file, "<directlineage xmlns='DAV:' limit='101'/>"), 1))
                .isEqualTo(resources.subList(1, 102));
        assertThat(hrefs(report(file, "<defaulthistory xmlns='DAV:'/>"), 1))
                .hasSize(102)
                .startsWith(resources.get(101), resources.get(100))
                .endsWith(resources.get(0));
    }

    private String versioned(String name) {
        String collection = "/files/long-history-" + name + "/";
        writer.request("MKCOL", collection).send().expect(201);
        make(collection + "a.txt");
        return collection + "a.txt";
    }

    private void make(String file) {
        writer.put(file, "one").send().expect(201);
        writer.request("VERSION", file).send().expect(200);
    }

    private void choose(String file, String revision) {
        writer.request("SETDEFAULT", file)
                .body("<setdefault xmlns='DAV:'>" + revision + "</setdefault>")
                .send()
                .expect(200);
    }

    private Answer report(String file, String body) {
        return writer.request("REPORT", file).body(body).send().expect(207);
    }

    private Answer onSide(String file, String body) {
        return writer.request("REPORT", file)
                .header("Branch-Id", "side")
                .body(body)
                .send()
                .expect(207);
    }

    private static List<Integer> numbers(Answer answer) {
        return hrefs(answer, 2).stream().map(Integer::valueOf).toList();
    }

    /** A part of each item's URL: 1 for the resource, 2 for the revision's number. */
    private static List<String> hrefs(Answer answer, int part) {
        Matcher href = HREF.matcher(answer.text());
        List<String> found = new ArrayList<>();
        while (href.find()) {
            found.add(href.group(part));
        }
        return found;
    }

    private static List<Integer> range(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }
}
