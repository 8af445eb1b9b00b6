package io.tidemark.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.extract.Documents;
import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import io.tidemark.harness.Eventually;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Words are found in documents as these show now, by whoever may read them. */
@ArquillianTest
@RunAsClient
class ContentsIT {

    private static final String TREE = "/files/words-of-contents/";
    private static final Pattern HREF = Pattern.compile("<D:href>" + TREE + "([^<]*)</D:href>");
    private static final Dav WRITER = Dav.as("writer");

    @BeforeAll
    static void make() {
        WRITER.request("MKCOL", TREE).send().expect(201);
    }

    @Test
    void documentsOfManyKindsAreFound() throws IOException, InterruptedException {
        String place = folder("kinds/");
        put(place + "a.txt", "A cormorant is a bird.".getBytes(StandardCharsets.UTF_8));
        put(place + "b.html", "<html><body><p>Cormorants &amp; <b>bird</b>s</p>".getBytes(StandardCharsets.UTF_8));
        put(place + "c.pdf", Documents.pdf("Bird: cormorant, the great"));
        put(place + "d.docx", Documents.docx("cormo", "rant bird"));
        put(place + "e.bin", new byte[] {0, 1, 2, 'b', 'i', 'r', 'd'});
        put(place + "f bird.bin", new byte[] {0});
        finds(place, "bird cormorant", "a.txt", "c.pdf", "d.docx");
        finds(place, "cormor*", "a.txt", "b.html", "c.pdf", "d.docx");
        finds(place, "BIRD", "a.txt", "c.pdf", "d.docx", "f%20bird.bin");
        finds(place, "txt bird", "a.txt");
        finds(place, "cormorant penguin");
        finds(place, "\"bird cormorant\"", "c.pdf");
        finds(place, "\"cormorant bird\"", "d.docx");
        finds(place, "\"f bird\"", "f%20bird.bin");
    }

    @Test
    void whatShowsNowCounts() throws IOException, InterruptedException {
        String place = folder("now/");
        put(place + "a.txt", "albatross".getBytes(StandardCharsets.UTF_8));
        WRITER.request("VERSION", TREE + place + "a.txt").send().expect(200);
        finds(place, "albatross", "a.txt");
        put(place + "a.txt", "buzzard".getBytes(StandardCharsets.UTF_8));
        finds(place, "buzzard", "a.txt");
        finds(place, "albatross");
        WRITER.request("COPY", TREE + place + "a.txt")
                .header("Revision-Id", "V1")
                .header("Destination", Dav.url(TREE + place + "a.txt"))
                .send()
                .expect(204);
        finds(place, "albatross", "a.txt");
        WRITER.request("MOVE", TREE + place + "a.txt")
                .header("Destination", Dav.url(TREE + place + "b.txt"))
                .send()
                .expect(201);
        finds(place, "albatross", "b.txt");
    }

    /** Twenty-four collections, each bound twice into the one above: there are sixteen million ways to the last. */
    @Test
    void aCopyWithManyWaysThroughItHoldsUpNothing() throws InterruptedException {
        String above = folder("ways/");
        String last = above;
        for (int level = 0; level < 24; level++) {
            String below = folder(last + "x/");
            WRITER.request("BIND", TREE + last)
                    .body("<bind xmlns='DAV:'><segment>y</segment><href>" + TREE + below + "</href></bind>")
                    .send()
                    .expect(201);
            last = below;
        }
        put(last + "a.txt", "wren".getBytes(StandardCharsets.UTF_8));
        WRITER.request("COPY", TREE + above + "x/")
                .header("Destination", Dav.url(TREE + above + "copy/"))
                .send()
                .expect(201);
        String place = folder("after/");
        put(place + "a.txt", "firecrest".getBytes(StandardCharsets.UTF_8));
        finds(place, "firecrest", "a.txt");
    }

    @Test
    void whatNobodyMayReadIsNotFound() throws IOException, InterruptedException {
        String place = folder("rights/");
        String secret = folder("rights/secret/");
        put(place + "a.txt", "kingfisher".getBytes(StandardCharsets.UTF_8));
        put(secret + "b.txt", "kingfisher".getBytes(StandardCharsets.UTF_8));
        finds(place, "kingfisher", "a.txt", "secret/b.txt");
        WRITER.request("ACL", TREE + secret)
                .header("Content-Type", "application/xml")
                .body("<acl xmlns='DAV:'><ace><principal><href>/principals/users/writer</href></principal>"
                        + "<grant><privilege><all/></privilege></grant></ace></acl>")
                .send()
                .expect(200);
        assertThat(found(Dav.as("other"), place, "kingfisher")).containsExactly("a.txt");
    }

    @Test
    void whatCannotBeReadKeepsNobodyWaiting() throws IOException, InterruptedException {
        String place = folder("bombs/");
        put(place + "bomb.docx", Documents.bomb());
        put(place + "broken.pdf", "%PDF-1.7 and nothing else".getBytes(StandardCharsets.UTF_8));
        put(place + "whole.txt", "pelican".getBytes(StandardCharsets.UTF_8));
        finds(place, "pelican", "whole.txt");
        Instant now = Instant.now();
        Eventually.become(
                "contents are known until now",
                () -> known(place).filter(until -> until.isAfter(now)).isPresent());
    }

    @Test
    void aTreeThatCameAtOnceIsFound() throws IOException, InterruptedException {
        String place = folder("trees/");
        folder("trees/one/");
        put("trees/one/a.txt", "nightjar".getBytes(StandardCharsets.UTF_8));
        WRITER.request("COPY", TREE + "trees/one/")
                .header("Destination", Dav.url(TREE + "trees/two/"))
                .send()
                .expect(201);
        finds(place, "nightjar", "one/a.txt", "two/a.txt");
    }

    private static Optional<Instant> known(String place) {
        return search(WRITER, place, "pelican")
                .header("Tidemark-Contents-Known")
                .map(Instant::parse);
    }

    private static String folder(String name) {
        WRITER.request("MKCOL", TREE + name).send().expect(201);
        return name;
    }

    private static void put(String name, byte[] content) {
        int status = WRITER.request("PUT", TREE + name.replace(" ", "%20"))
                .body(content)
                .send()
                .status();
        assertThat(status).isIn(201, 204);
    }

    private static void finds(String place, String words, String... names) throws InterruptedException {
        Eventually.become(
                words + " is found in " + List.of(names),
                () -> found(WRITER, place, words).equals(List.of(names)));
    }

    /** What is found, relative to the place. */
    private static List<String> found(Dav user, String place, String words) {
        return HREF.matcher(search(user, place, words).expect(207).text())
                .results()
                .map(MatchResult.class::cast)
                .map(href -> href.group(1).substring(place.length()))
                .sorted()
                .toList();
    }

    private static Answer search(Dav user, String place, String words) {
        return user.request("SEARCH", TREE + place)
                .header("Content-Type", "application/xml")
                .body(
                        "<searchrequest xmlns='DAV:'><basicsearch><select><prop><getetag/></prop></select><from><scope><href>"
                                + TREE + place + "</href></scope></from><where><contains>" + words
                                + "</contains></where></basicsearch></searchrequest>")
                .send();
    }
}
