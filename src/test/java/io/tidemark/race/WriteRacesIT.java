package io.tidemark.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

@ArquillianTest
@RunAsClient
class WriteRacesIT {
    private static final int WRITERS = 4;

    /** More than a pool has connections. */
    private static final int CROWD = 100;

    private final Dav writer = Dav.as("writer");

    @Test
    void ofTwoPutsOfANewNameOneCreatesAndOneReplaces() throws Exception {
        for (String collection : Together.rounds("put-put")) {
            var answers =
                    Together.send(List.of(writer.put(collection + "a", "one"), writer.put(collection + "a", "two")));
            assertThat(Together.statuses(answers)).containsExactlyInAnyOrder(201, 204);
            int last = answers.get(0).status() == 204 ? 0 : 1;
            assertThat(writer.get(collection + "a").send().expect(200).text())
                    .isEqualTo(List.of("one", "two").get(last));
        }
    }

    @Test
    void ofSeveralThatWantToCreateOneNameExactlyOneDoes() throws Exception {
        for (String collection : Together.rounds("create")) {
            var answers = Together.send(IntStream.range(0, WRITERS)
                    .mapToObj(i -> writer.put(collection + "a", "body " + i).header("If-None-Match", "*"))
                    .toList());
            assertThat(Together.statuses(answers)).containsExactlyInAnyOrder(201, 412, 412, 412);
            int winner = Together.statuses(answers).indexOf(201);
            assertThat(writer.get(collection + "a").send().expect(200).text()).isEqualTo("body " + winner);
        }
    }

    @Test
    void ofSeveralThatReplaceTheSameContentExactlyOneDoes() throws Exception {
        for (String collection : Together.rounds("if-match")) {
            var tag = writer.put(collection + "a", "old")
                    .send()
                    .expect(201)
                    .header("ETag")
                    .orElseThrow();
            var answers = Together.send(IntStream.range(0, WRITERS)
                    .mapToObj(i -> writer.put(collection + "a", "body " + i).header("If-Match", tag))
                    .toList());
            assertThat(Together.statuses(answers)).containsExactlyInAnyOrder(204, 412, 412, 412);
            int winner = Together.statuses(answers).indexOf(204);
            assertThat(writer.get(collection + "a").send().expect(200).text()).isEqualTo("body " + winner);
        }
    }

    @Test
    void ofSeveralWritersWithTheSameSyncTokenExactlyOneSucceeds() throws Exception {
        for (String collection : Together.rounds("sync-token")) {
            writer.request("MKCOL", collection + "sub/").send().expect(201);
            var token = Sync.token(collection);
            var answers = Together.send(Stream.of("a", "b", "sub/c", "sub/d")
                    .map(name ->
                            writer.put(collection + name, name).header("If", "<" + collection + "> (<" + token + ">)"))
                    .toList());
            assertThat(Together.statuses(answers)).containsExactlyInAnyOrder(201, 412, 412, 412);
            assertThat(Sync.token(collection)).isNotEqualTo(token);
        }
    }

    @Test
    void moreWritersWithSyncTokensThanThereAreConnectionsAllGetThrough() throws Exception {
        List<Dav.Request> requests = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            // Half of them want the same, the others something each of their own: these hold their connections at once.
            String collection = i % 2 == 0 ? "/files/crowd/" : "/files/crowd-" + i + "/";
            writer.request("MKCOL", collection).send();
            requests.add(writer.put(collection + "a" + i, "x")
                    .header("If", "<" + collection + "> (<" + Sync.token(collection) + ">)"));
        }
        // Were they to wait for each other's connections, some would give up, and be answered 503.
        var statuses = Together.statuses(Together.send(requests));
        assertThat(statuses).containsOnly(201, 412);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(CROWD / 2 + 1);
    }

    @Test
    void aWriterWithASyncTokenFailsOrComesBeforeOneWithout() throws Exception {
        for (String collection : Together.rounds("sync-token-and-plain")) {
            var token = Sync.token(collection);
            var answers = Together.send(List.of(
                    writer.put(collection + "guarded", "x").header("If", "<" + collection + "> (<" + token + ">)"),
                    writer.put(collection + "plain", "x")));
            assertThat(answers.get(0).status()).isIn(201, 412);
            answers.get(1).expect(201);
            writer.get(collection + "guarded").send().expect(answers.get(0).status() == 201 ? 200 : 404);
        }
    }

    @Test
    void ofTwoWhoLockExactlyOneDoes() throws Exception {
        for (String collection : Together.rounds("lock")) {
            writer.put(collection + "a", "x").send().expect(201);
            var answers = Together.send(List.of(
                    writer.request("LOCK", collection + "a").body(EXCLUSIVE),
                    Dav.as("other").request("LOCK", collection + "a").body(EXCLUSIVE)));
            assertThat(Together.statuses(answers)).containsExactlyInAnyOrder(200, 423);
        }
    }

    @Test
    void ofALockAndAPutWithoutItsTokenThePutComesFirstOrNotAtAll() throws Exception {
        for (String collection : Together.rounds("lock-put")) {
            writer.put(collection + "a", "old").send().expect(201);
            var answers = Together.send(List.of(
                    writer.request("LOCK", collection + "a").body(EXCLUSIVE),
                    Dav.as("other").put(collection + "a", "new")));
            answers.get(0).expect(200);
            assertThat(answers.get(1).status()).isIn(204, 423);
            assertThat(writer.get(collection + "a").send().text())
                    .isEqualTo(answers.get(1).status() == 204 ? "new" : "old");
            Dav.as("other").put(collection + "a", "later").send().expect(423);
        }
    }

    @Test
    void ofTwoThatMakeOneCollectionExactlyOneDoes() throws Exception {
        for (String collection : Together.rounds("mkcol")) {
            var answers = Together.send(
                    List.of(writer.request("MKCOL", collection + "a/"), writer.request("MKCOL", collection + "a/")));
            assertThat(Together.statuses(answers)).containsExactlyInAnyOrder(201, 405);
        }
    }

    @Test
    void aPutAndADeleteEndAsIfOneCameAfterTheOther() throws Exception {
        for (String collection : Together.rounds("put-delete")) {
            writer.put(collection + "a", "old").send().expect(201);
            List<Answer> answers = Together.send(
                    List.of(writer.put(collection + "a", "new"), writer.request("DELETE", collection + "a")));
            answers.get(1).expect(204);
            assertThat(answers.get(0).status()).isIn(201, 204);
            boolean deletedFirst = answers.get(0).status() == 201;
            writer.get(collection + "a").send().expect(deletedFirst ? 200 : 404);
        }
    }

    private static final String EXCLUSIVE = """
            <D:lockinfo xmlns:D="DAV:"><D:lockscope><D:exclusive/></D:lockscope>\
            <D:locktype><D:write/></D:locktype></D:lockinfo>""";
}
