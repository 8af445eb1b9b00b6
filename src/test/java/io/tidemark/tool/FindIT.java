package io.tidemark.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import io.tidemark.harness.Tar;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What {@code scripts/find} lists. */
@ArquillianTest
@RunAsClient
class FindIT {

    private static final String TREE = "/files/to-be-found/";
    private static final Dav WRITER = Dav.as("writer");
    private static final int MANY = 1_200;

    @Test
    void allIsListedHoweverManyPagesItHas() throws IOException, InterruptedException {
        WRITER.request("MKCOL", TREE).send().expect(201);
        for (int part = 0; part < 3; part++) {
            // The first page ends among those of one second.
            Tar tar = new Tar().at(Instant.parse(part < 2 ? "2026-01-01T00:00:00Z" : "2026-01-02T00:00:00Z"));
            for (int i = 0; i < MANY / 3; i++) {
                tar.file("many-" + part + '-' + i + ".txt", "x");
            }
            WRITER.request("POST", TREE)
                    .header("Content-Type", "application/x-tar")
                    .body(tar.bytes())
                    .send();
        }
        List<String> found = new ArrayList<>();
        Search.Page end = search("name:many type:file").run(Integer.MAX_VALUE, match -> found.add(match.href()));
        assertThat(found).hasSize(MANY).doesNotHaveDuplicates();
        assertThat(end.more()).isFalse();
        assertThat(end.known()).isEmpty();
        found.clear();
        assertThat(search("name:many").run(7, match -> found.add(match.href())).more())
                .isTrue();
        assertThat(found).hasSize(7).allMatch(href -> href.contains("many-2-"));
    }

    private static Search search(String words) {
        String place = Dav.url(TREE).toString();
        return new Search(
                new Remote(CollectionUrl.of(place), "writer", "writer"),
                new Retry(500, new Progress(System.err, true, false)),
                URI.create(place),
                new FindQuery(ZoneOffset.UTC).condition(words));
    }
}
