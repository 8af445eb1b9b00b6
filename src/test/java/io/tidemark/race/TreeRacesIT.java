package io.tidemark.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

@ArquillianTest
@RunAsClient
class TreeRacesIT {
    private final Dav writer = Dav.as("writer");

    @Test
    void twoMovesThatTogetherWouldCloseACycleDoNotBothSucceed() throws Exception {
        for (String collection : Together.rounds("move-move")) {
            make(collection + "a/");
            make(collection + "b/");
            var answers = Together.send(List.of(
                    move(collection + "a/", collection + "b/a/"), move(collection + "b/", collection + "a/b/")));
            assertThat(Together.statuses(answers)).containsOnlyOnce(201);
            assertThat(Together.statuses(answers)).isSubsetOf(201, 403, 404, 409);
            assertThat(everythingBelow(collection)).contains("/a/</D:href>", "/b/</D:href>");
        }
    }

    @Test
    void twoBindingsThatTogetherWouldCloseACycleDoNotBothSucceed() throws Exception {
        for (String collection : Together.rounds("bind-bind")) {
            make(collection + "a/");
            make(collection + "b/");
            var answers = Together.send(List.of(
                    bind(collection + "a/", "b", collection + "b/"), bind(collection + "b/", "a", collection + "a/")));
            assertThat(Together.statuses(answers)).containsExactlyInAnyOrder(201, 409);
            assertThat(everythingBelow(collection)).contains("/a/</D:href>", "/b/</D:href>");
        }
    }

    @Test
    void aMoveAndABindingThatTogetherWouldCloseACycleDoNotBothSucceed() throws Exception {
        for (String collection : Together.rounds("move-bind")) {
            make(collection + "a/");
            make(collection + "b/");
            var answers = Together.send(List.of(
                    move(collection + "a/", collection + "b/a/"), bind(collection + "a/", "b", collection + "b/")));
            assertThat(Together.statuses(answers)).containsOnlyOnce(201);
            assertThat(everythingBelow(collection)).contains("/a/</D:href>", "/b/</D:href>");
        }
    }

    @Test
    void aPutBelowACollectionThatMovesGoesAlongOrFindsNoParent() throws Exception {
        for (String collection : Together.rounds("move-put")) {
            make(collection + "from/");
            var answers = Together.send(
                    List.of(move(collection + "from/", collection + "to/"), writer.put(collection + "from/a", "x")));
            answers.get(0).expect(201);
            assertThat(answers.get(1).status()).isIn(201, 409);
            writer.get(collection + "from/a").send().expect(404);
            writer.get(collection + "to/a").send().expect(answers.get(1).status() == 201 ? 200 : 404);
        }
    }

    @Test
    void aPutBelowACollectionThatIsDeletedIsGoneWithItOrFindsNoParent() throws Exception {
        for (String collection : Together.rounds("delete-put")) {
            make(collection + "sub/");
            var answers = Together.send(
                    List.of(writer.request("DELETE", collection + "sub/"), writer.put(collection + "sub/a", "x")));
            answers.get(0).expect(204);
            assertThat(answers.get(1).status()).isIn(201, 409);
            writer.get(collection + "sub/a").send().expect(404);
        }
    }

    @Test
    void ofTwoThatMoveOneResourceExactlyOneDoes() throws Exception {
        for (String collection : Together.rounds("move-away")) {
            writer.put(collection + "a", "x").send().expect(201);
            var answers = Together.send(
                    List.of(move(collection + "a", collection + "b"), move(collection + "a", collection + "c")));
            assertThat(Together.statuses(answers)).containsExactlyInAnyOrder(201, 404);
            writer.get(collection + (answers.get(0).status() == 201 ? "b" : "c"))
                    .send()
                    .expect(200);
            writer.get(collection + (answers.get(0).status() == 201 ? "c" : "b"))
                    .send()
                    .expect(404);
        }
    }

    @Test
    void twoThatSwapPlacesDoNotLoseBoth() throws Exception {
        for (String collection : Together.rounds("swap")) {
            writer.put(collection + "a", "was a").send().expect(201);
            writer.put(collection + "b", "was b").send().expect(201);
            var answers = Together.send(
                    List.of(move(collection + "a", collection + "b"), move(collection + "b", collection + "a")));
            assertThat(Together.statuses(answers)).isSubsetOf(201, 204, 404).containsAnyOf(201, 204);
            var left = List.of(
                    writer.get(collection + "a").send().status(),
                    writer.get(collection + "b").send().status());
            assertThat(left).containsExactlyInAnyOrder(200, 404);
        }
    }

    private void make(String collection) {
        writer.request("MKCOL", collection).send().expect(201);
    }

    private Dav.Request move(String from, String to) {
        return writer.request("MOVE", from).header("Destination", Dav.url(to));
    }

    private Dav.Request bind(String collection, String segment, String href) {
        return writer.request("BIND", collection)
                .body("<D:bind xmlns:D=\"DAV:\"><D:segment>%s</D:segment><D:href>%s</D:href></D:bind>"
                        .formatted(segment, href));
    }

    private String everythingBelow(String collection) {
        return writer.request("PROPFIND", collection)
                .header("Depth", "infinity")
                .send()
                .expect(207)
                .text();
    }
}
