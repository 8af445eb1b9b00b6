package io.tidemark.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

@ArquillianTest
@RunAsClient
class CheckoutRacesIT {
    private static final int WORKERS = 4;

    private final Dav writer = Dav.as("writer");

    @Test
    void ofSeveralWhoCheckInWhatTheyCheckedOutTogetherExactlyOneDoes() throws Exception {
        for (String collection : Together.rounds("checkin-checkin")) {
            String file = versioned(collection);
            List<String> working = IntStream.range(0, WORKERS)
                    .mapToObj(i -> checkOut(file, "body " + i))
                    .toList();
            var answers = Together.send(
                    working.stream().map(url -> writer.request("CHECKIN", url)).toList());
            assertThat(Together.statuses(answers)).containsExactlyInAnyOrder(201, 409, 409, 409);
            int winner = Together.statuses(answers).indexOf(201);
            assertThat(shown(file)).isEqualTo("V2");
            assertThat(writer.get(file).send().text()).isEqualTo("body " + winner);
            for (int i = 0; i < WORKERS; i++) {
                writer.get(working.get(i)).send().expect(i == winner ? 404 : 200);
            }
        }
    }

    @Test
    void ofTwoCheckinsThatOverrideBothMakeARevision() throws Exception {
        for (String collection : Together.rounds("checkin-override")) {
            String file = versioned(collection);
            String one = checkOut(file, "one");
            String two = checkOut(file, "two");
            var answers = Together.send(List.of(override(one), override(two)));
            assertThat(Together.statuses(answers)).containsExactly(201, 201);
            assertThat(answers)
                    .extracting(answer -> answer.header("Revision-Id").orElseThrow())
                    .containsExactlyInAnyOrder("V2", "V3");
            assertThat(shown(file)).isEqualTo("V3");
        }
    }

    @Test
    void ofTwoCheckinsOfOneWorkingResourceExactlyOneDoes() throws Exception {
        for (String collection : Together.rounds("checkin-twice")) {
            String file = versioned(collection);
            String working = checkOut(file, "new");
            var answers =
                    Together.send(List.of(writer.request("CHECKIN", working), writer.request("CHECKIN", working)));
            assertThat(Together.statuses(answers)).containsExactlyInAnyOrder(201, 404);
            assertThat(shown(file)).isEqualTo("V2");
        }
    }

    @Test
    void ofACheckinAndAnUncheckoutExactlyOneDoes() throws Exception {
        for (String collection : Together.rounds("checkin-uncheckout")) {
            String file = versioned(collection);
            String working = checkOut(file, "new");
            var answers =
                    Together.send(List.of(writer.request("CHECKIN", working), writer.request("UNCHECKOUT", working)));
            boolean checkedIn = answers.get(0).status() == 201;
            assertThat(Together.statuses(answers)).containsExactly(checkedIn ? 201 : 404, checkedIn ? 404 : 200);
            assertThat(shown(file)).isEqualTo(checkedIn ? "V2" : "V1");
            writer.get(working).send().expect(404);
        }
    }

    @Test
    void aCheckinAndAPutEndAsIfOneCameAfterTheOther() throws Exception {
        for (String collection : Together.rounds("checkin-put")) {
            String file = versioned(collection);
            String working = checkOut(file, "worked");
            var answers = Together.send(List.of(writer.request("CHECKIN", working), writer.put(file, "put")));
            answers.get(1).expect(204);
            boolean checkedIn = answers.get(0).status() == 201;
            assertThat(answers.get(0).status()).isIn(201, 409);
            assertThat(shown(file)).isEqualTo(checkedIn ? "V3" : "V2");
            assertThat(writer.get(file).send().text()).isEqualTo("put");
            writer.get(working).send().expect(checkedIn ? 404 : 200);
        }
    }

    @Test
    void aPutIntoAWorkingResourceIsCheckedInWholeOrComesTooLate() throws Exception {
        for (String collection : Together.rounds("checkin-put-working")) {
            String file = versioned(collection);
            String working = checkOut(file, "early");
            var answers = Together.send(List.of(writer.request("CHECKIN", working), writer.put(working, "late")));
            answers.get(0).expect(201);
            assertThat(answers.get(1).status()).isIn(204, 403);
            boolean inTime = answers.get(1).status() == 204;
            assertThat(writer.get(file).send().text()).isEqualTo(inTime ? "late" : "early");
        }
    }

    @Test
    void ofTwoWhoWantTheRevisionForThemselvesExactlyOneGetsIt() throws Exception {
        for (String collection : Together.rounds("checkout-lock")) {
            String file = versioned(collection);
            var answers = Together.send(List.of(
                    writer.request("CHECKOUT", file).body(EXCLUSIVE),
                    Dav.as("other").request("CHECKOUT", file).body(EXCLUSIVE)));
            assertThat(Together.statuses(answers)).containsExactlyInAnyOrder(201, 423);
        }
    }

    @Test
    void aCheckinComesBeforeALockOnItsRevisionOrNotAtAll() throws Exception {
        for (String collection : Together.rounds("checkin-lock")) {
            String file = versioned(collection);
            String working = checkOut(file, "mine");
            var answers = Together.send(List.of(
                    writer.request("CHECKIN", working),
                    Dav.as("other")
                            .request("CHECKOUT", file)
                            .header("Revision-Id", "V1")
                            .body(EXCLUSIVE)));
            boolean locked = answers.get(1).status() == 201;
            assertThat(Together.statuses(answers)).containsExactly(locked ? 423 : 201, locked ? 201 : 409);
        }
    }

    @Test
    void ofTwoWhoCheckOutInPlaceExactlyOneDoes() throws Exception {
        for (String collection : Together.rounds("checkout-in-place")) {
            String file = versioned(collection);
            var answers = Together.send(
                    List.of(writer.request("CHECKOUT", file), Dav.as("other").request("CHECKOUT", file)));
            assertThat(Together.statuses(answers)).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void whoeverReliesOnASyncTokenAndACheckinBelowItKeepOutOfEachOthersWay() throws Exception {
        for (String collection : Together.rounds("checkin-sync-token")) {
            String file = versioned(collection);
            String working = checkOut(file, "mine");
            var token = Sync.token(collection);
            var answers = Together.send(List.of(
                    writer.put(collection + "b", "x").header("If", "<" + collection + "> (<" + token + ">)"),
                    writer.request("CHECKIN", working)));
            assertThat(answers.get(0).status()).isIn(201, 412);
            answers.get(1).expect(201);
            writer.get(collection + "b").send().expect(answers.get(0).status() == 201 ? 200 : 404);
        }
    }

    private String versioned(String collection) {
        writer.put(collection + "a", "first").send().expect(201);
        writer.request("VERSION", collection + "a").send().expect(200);
        return collection + "a";
    }

    private String checkOut(String file, String content) {
        Answer answer = writer.request("CHECKOUT", file)
                .body("<checkout xmlns=\"DAV:\"/>")
                .send()
                .expect(201);
        String working = answer.header("Location").orElseThrow();
        writer.put(working, content).send().expect(204);
        return working;
    }

    private Dav.Request override(String working) {
        return writer.request("CHECKIN", working).header("Override-Checkin", "Yes");
    }

    private String shown(String file) {
        return writer.get(file).send().expect(200).header("Revision-Id").orElseThrow();
    }

    private static final String EXCLUSIVE = """
            <D:checkout xmlns:D="DAV:"><D:revisionlocktype><D:write/></D:revisionlocktype>\
            <D:revisionlockscope><D:exclusive/></D:revisionlockscope></D:checkout>""";
}
