package io.tidemark.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

@ArquillianTest
@RunAsClient
class CheckinSetRacesIT {
    private static final int WRITERS = 4;
    private static final String CLOSE =
            "<D:propertyupdate xmlns:D='DAV:'><D:set><D:prop><D:closed>1</D:closed></D:prop></D:set></D:propertyupdate>";
    private static final String MEMBERS = "<D:propfind xmlns:D='DAV:'><D:prop><D:revisionid/></D:prop></D:propfind>";

    private final Dav writer = Dav.as("writer");

    @Test
    void aRevisionIsInTheSetBeforeItIsClosedOrIsNotMade() throws Exception {
        for (String collection : Together.rounds("checkin-set-close")) {
            String set = set(collection);
            versioned(collection + "a");
            var answers = Together.send(List.of(
                    writer.put(collection + "a", "new").header("Checkin-Set", set),
                    writer.request("PROPPATCH", set).body(CLOSE)));
            answers.get(1).expect(207);
            boolean made = answers.get(0).status() == 204;
            assertThat(answers.get(0).status()).isIn(204, 409);
            assertThat(writer.get(collection + "a").send().text()).isEqualTo(made ? "new" : "first");
            assertThat(members(set).contains(set + "a<")).isEqualTo(made);
        }
    }

    @Test
    void revisionsOfFilesOfOneNameAllComeIntoTheSet() throws Exception {
        for (String collection : Together.rounds("checkin-set-names")) {
            String set = set(collection);
            List<Dav.Request> requests = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writer.request("MKCOL", collection + i + "/").send().expect(201);
                versioned(collection + i + "/a");
                requests.add(writer.put(collection + i + "/a", "new " + i).header("Checkin-Set", set));
            }
            Together.send(requests).forEach(answer -> answer.expect(204));
            assertThat(members(set))
                    .contains(set + "a<", set + "a%3BV2<", set + "a%3BV2%3B2<", set + "a%3BV2%3B3<")
                    .doesNotContain(set + "a%3BV2%3B4<");
        }
    }

    @Test
    void ofTwoWhoMakeOneSetExactlyOneDoes() throws Exception {
        for (String collection : Together.rounds("checkin-set-make")) {
            String set = "/checkinsets/default/" + name(collection) + '/';
            var answers =
                    Together.send(List.of(writer.request("MKCHECKINSET", set), writer.request("MKCHECKINSET", set)));
            assertThat(Together.statuses(answers)).containsExactlyInAnyOrder(201, 405);
        }
    }

    private String set(String collection) {
        String set = "/checkinsets/default/" + name(collection) + '/';
        writer.request("MKCHECKINSET", set).send().expect(201);
        return set;
    }

    private static String name(String collection) {
        return collection.replaceAll("^/files/|/$", "");
    }

    private void versioned(String file) {
        writer.put(file, "first").send().expect(201);
        writer.request("VERSION", file).send().expect(200);
    }

    private String members(String set) {
        return writer.request("PROPFIND", set)
                .header("Depth", "1")
                .body(MEMBERS)
                .send()
                .expect(207)
                .text();
    }
}
