package io.tidemark.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Restores among others who write: a folder is what it was, or what it is, and never something in between. */
@ArquillianTest
@RunAsClient
class RestoreRacesIT {
    private static final Pattern TOKEN = Pattern.compile("<D:sync-token>([^<]+)</D:sync-token>");
    private static final List<String> NAMES = List.of("a", "b", "c");

    /** What a folder shows at {@link #NAMES} in the one state, and in the other. */
    private static final List<String> ONE = List.of("one", "one", "");

    private static final List<String> TWO = List.of("two", "", "two");

    private final Dav writer = Dav.as("writer");

    /** Leaves a folder in its second state, and says how to name the first. */
    private String write(String collection) {
        writer.request("VERSION", collection).send().expect(200);
        writer.put(collection + "a", "one").send().expect(201);
        writer.put(collection + "b", "one").send().expect(201);
        String one = token(collection);
        writer.put(collection + "a", "two").send().expect(204);
        writer.request("DELETE", collection + "b").send().expect(204);
        writer.put(collection + "c", "two").send().expect(201);
        return one;
    }

    private String token(String collection) {
        String answer = writer.request("PROPFIND", collection)
                .header("Depth", "0")
                .body("<D:propfind xmlns:D='DAV:'><D:prop><D:sync-token/></D:prop></D:propfind>")
                .send()
                .expect(207)
                .text();
        Matcher token = TOKEN.matcher(answer);
        assertThat(token.find()).as(answer).isTrue();
        return token.group(1);
    }

    private Dav.Request restore(String collection, String token, String more) {
        return writer.request("POST", collection)
                .header("Content-Type", "application/xml")
                .body("<T:restore xmlns:T='urn:tidemark:dav' xmlns:D='DAV:'><T:to><D:sync-token>" + token
                        + "</D:sync-token></T:to>" + more + "</T:restore>");
    }

    private List<String> shown(String collection) {
        return NAMES.stream()
                .map(name -> {
                    Answer answer = writer.get(collection + name).send();
                    return answer.status() == 404 ? "" : answer.expect(200).text();
                })
                .toList();
    }

    @Test
    void ofTwoRestoresOneIsTheLast() throws Exception {
        for (String collection : Together.rounds("restore-restore")) {
            String one = write(collection);
            String two = token(collection);
            writer.put(collection + "a", "three").send().expect(204);
            var answers = Together.send(List.of(restore(collection, one, ""), restore(collection, two, "")));
            assertThat(Together.statuses(answers)).containsExactly(200, 200);
            assertThat(shown(collection)).isIn(ONE, TWO);
        }
    }

    @Test
    void writersComeBeforeARestoreOrAfterIt() throws Exception {
        for (String collection : Together.rounds("restore-put")) {
            String one = write(collection);
            var answers = Together.send(List.of(
                    restore(collection, one, ""),
                    writer.put(collection + "a", "put"),
                    writer.put(collection + "new", "put"),
                    writer.request("DELETE", collection + "c")));
            answers.get(0).expect(200);
            answers.get(1).expect(204);
            answers.get(2).expect(201);
            assertThat(answers.get(3).status()).isIn(204, 404);
            assertThat(shown(collection)).isIn(ONE, List.of("put", "one", ""));
        }
    }

    @Test
    void ofAFolderThatIsDeletedNothingIsLeft() throws Exception {
        for (String collection : Together.rounds("restore-delete")) {
            String one = write(collection);
            var answers = Together.send(List.of(restore(collection, one, ""), writer.request("DELETE", collection)));
            assertThat(answers.get(0).status()).isIn(200, 404);
            answers.get(1).expect(204);
            writer.get(collection).send().expect(404);
        }
    }

    @Test
    void aLockComesInTimeOrTooLate() throws Exception {
        for (String collection : Together.rounds("restore-lock")) {
            String one = write(collection);
            Dav.Request lock = Dav.as("other")
                    .request("LOCK", collection + "a")
                    .body("<D:lockinfo xmlns:D='DAV:'><D:lockscope><D:exclusive/></D:lockscope>"
                            + "<D:locktype><D:write/></D:locktype></D:lockinfo>");
            var answers = Together.send(List.of(restore(collection, one, ""), lock));
            answers.get(1).expect(200);
            assertThat(answers.get(0).status()).isIn(200, 423);
            assertThat(shown(collection)).isEqualTo(answers.get(0).status() == 200 ? ONE : TWO);
        }
    }

    @Test
    void whatGoesBeyondAQuotaChangesNothing() {
        String collection = "/files/restore-quota/";
        writer.request("MKCOL", collection).send().expect(201);
        String one = write(collection);
        Dav.as("admin")
                .request("PROPPATCH", collection)
                .body(
                        "<D:propertyupdate xmlns:D='DAV:'><D:set><D:prop><T:quota-limit-bytes xmlns:T='urn:tidemark:dav'>1"
                                + "</T:quota-limit-bytes></D:prop></D:set></D:propertyupdate>")
                .send()
                .expect(207);
        assertThat(restore(collection, one, "").send().expect(507).text()).contains("quota-not-exceeded");
        assertThat(shown(collection)).isEqualTo(TWO);
    }

    @Test
    void moreMembersThanABodyMayHoldAreRefused() {
        String collection = "/files/restore-many-hrefs/";
        writer.request("MKCOL", collection).send().expect(201);
        String one = write(collection);
        restore(collection, one, hrefs(collection, 10_000)).send().expect(413);
        assertThat(shown(collection)).isEqualTo(TWO);
        restore(collection, one, hrefs(collection, 9_000)).send().expect(200);
        assertThat(shown(collection)).containsExactly("two", "one", "two");
    }

    private static String hrefs(String collection, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "<D:href>" + collection + (i == count / 2 ? "b" : "none-" + i) + "</D:href>")
                .collect(Collectors.joining());
    }
}
