package io.tidemark.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Editors' saves, undelete and DESTROY, each against somebody else at the same moment. */
@ArquillianTest
@RunAsClient
class SaveRacesIT {
    private static final Pattern REVISION = Pattern.compile("<D:revisionurl>([^<]+)</D:revisionurl>");

    private final Dav writer = Dav.as("writer");
    private final Dav other = Dav.as("other");

    @Test
    void theEndOfASaveAndAWriteIntoTheNewFileLoseNeither() throws Exception {
        for (String collection : Together.rounds("save-put")) {
            String revision = moveAside(collection);
            var answers = Together.send(
                    List.of(writer.request("DELETE", collection + "a~"), writer.put(collection + "a", "three")));
            assertThat(Together.statuses(answers)).containsOnly(204);
            assertThat(body(collection + "a")).isEqualTo("three");
            assertThat(body(revision)).isEqualTo("one");
            assertThat(revision(collection + "a"))
                    .as("the history goes on")
                    .startsWith(revision.substring(0, revision.lastIndexOf('/')));
        }
    }

    @Test
    void theEndOfASaveTakesNothingFromSomebodyWhoLocksTheNewFile() throws Exception {
        for (String collection : Together.rounds("save-lock")) {
            String revision = moveAside(collection);
            var answers = Together.send(List.of(writer.request("DELETE", collection + "a~"), lock(collection + "a")));
            assertThat(Together.statuses(answers)).containsExactly(204, 200);
            assertThat(body(collection + "a")).isEqualTo("two");
            writer.put(collection + "a", "three").send().expect(423);
            assertThat(body(revision)).isEqualTo("one");
        }
    }

    @Test
    void ofTwoWhoUndeleteOneResourceExactlyOneDoes() throws Exception {
        for (String collection : Together.rounds("undelete-undelete")) {
            String revision = delete(collection);
            var answers = Together.send(List.of(bind(collection + "b", revision), bind(collection + "c", revision)));
            assertThat(Together.statuses(answers)).containsExactlyInAnyOrder(201, 409);
        }
    }

    @Test
    void whatIsDestroyedAndUndeletedAtOnceIsWholeOrGone() throws Exception {
        for (String collection : Together.rounds("destroy-undelete")) {
            String revision = delete(collection);
            var answers = Together.send(
                    List.of(writer.request("DESTROY", collection + "a"), bind(collection + "b", revision)));
            boolean destroyed = answers.get(0).status() == 204;
            assertThat(answers.get(0).status()).isIn(204, 404, 409);
            assertThat(answers.get(1).status()).isIn(destroyed ? List.of(404, 409) : List.of(201));
            writer.get(collection + "b").send().expect(destroyed ? 404 : 200);
            writer.get(revision).send().expect(destroyed ? 404 : 200);
        }
    }

    /** A file under version control, moved aside, with a new one in its place; returns the URL of its first revision. */
    private String moveAside(String collection) {
        String revision = make(collection);
        writer.request("MOVE", collection + "a")
                .header("Destination", Dav.url(collection + "a~"))
                .send()
                .expect(201);
        writer.put(collection + "a", "two").send().expect(201);
        return revision;
    }

    private String delete(String collection) {
        String revision = make(collection);
        writer.request("DELETE", collection + "a").send().expect(204);
        return revision;
    }

    private String make(String collection) {
        writer.put(collection + "a", "one").send().expect(201);
        writer.request("VERSION", collection + "a").send().expect(200);
        return revision(collection + "a");
    }

    private String revision(String path) {
        Answer answer = writer.request("PROPFIND", path)
                .header("Depth", "0")
                .body("<D:propfind xmlns:D=\"DAV:\"><D:prop><D:revisionurl/></D:prop></D:propfind>")
                .send()
                .expect(207);
        Matcher url = REVISION.matcher(answer.text());
        assertThat(url.find()).as(answer.text()).isTrue();
        return url.group(1);
    }

    private String body(String path) {
        return writer.get(path).send().expect(200).text();
    }

    private Dav.Request bind(String path, String revision) {
        return writer.request("MKREF", path).header("Ref-Target", revision);
    }

    private Dav.Request lock(String path) {
        return other.request("LOCK", path)
                .body("<D:lockinfo xmlns:D=\"DAV:\"><D:lockscope><D:exclusive/></D:lockscope>"
                        + "<D:locktype><D:write/></D:locktype></D:lockinfo>");
    }
}
