package io.tidemark.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Writers of one file under version control wait for one another: each makes a revision, and none is turned away. */
@ArquillianTest
@RunAsClient
class RevisionRacesIT {

    private static final int WRITERS = 8;

    private final Dav writer = Dav.as("writer");

    @Test
    void eachOfManyPutsMakesARevisionOfItsOwn() throws Exception {
        for (String collection : Together.rounds("puts-of-revisions")) {
            String file = collection + "a.txt";
            writer.put(file, "first").send().expect(201);
            writer.request("VERSION", file).send().expect(200);

            var answers = Together.send(IntStream.range(0, WRITERS)
                    .mapToObj(i -> writer.put(file, "body " + i))
                    .toList());

            assertThat(Together.statuses(answers)).containsOnly(204);
            List<String> made = answers.stream()
                    .map(answer -> answer.header("Revision-Id").orElseThrow())
                    .toList();
            assertThat(made)
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(2, WRITERS + 1)
                            .mapToObj(number -> "V" + number)
                            .toList());
            int newest = made.indexOf("V" + (WRITERS + 1));
            assertThat(writer.get(file).send().text()).isEqualTo("body " + newest);
        }
    }
}
