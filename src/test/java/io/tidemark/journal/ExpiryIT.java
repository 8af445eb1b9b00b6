package io.tidemark.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import jakarta.ejb.EJB;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Tokens whose history is forgotten (RFC 6578, section 3.2). Everything that the server has seen so far is forgotten. */
@ArquillianTest
class ExpiryIT {
    private static final Pattern TOKEN = Pattern.compile("<D:sync-token>([^<]+)</D:sync-token>");
    private static final String LIMIT = "<D:limit><D:nresults>1</D:nresults></D:limit>";

    private final Dav writer = Dav.as("writer");

    @EJB
    private Forgetting forgetting;

    @EJB
    private Sequencer sequencer;

    @Test
    void aTokenThatNeedsWhatIsForgottenIsRefused() {
        String collection = make("expired");
        String old = token(report(collection, "", ""));
        writer.put(collection + "a", "x").send().expect(201);
        report(collection, old, "").expect(207);
        forgetAll();
        assertRefused(report(collection, old, ""));
        writer.put(collection + "b", "x")
                .header("If", "<" + collection + "> (<" + old + ">)")
                .send()
                .expect(412);
    }

    @Test
    void theClientBeginsAnewWithAnEmptyToken() {
        String collection = make("anew");
        writer.put(collection + "a", "x").send().expect(201);
        writer.put(collection + "gone", "x").send().expect(201);
        writer.request("DELETE", collection + "gone").send().expect(204);
        forgetAll();
        Answer first = report(collection, "", "").expect(207);
        assertThat(first.text()).contains(collection + "a<").doesNotContain("gone");
        writer.request("DELETE", collection + "a").send().expect(204);
        assertThat(report(collection, token(first), "").expect(207).text())
                .contains("<D:href>" + collection + "a</D:href><D:status>HTTP/1.1 404 Not Found</D:status>");
    }

    @Test
    void aTokenSinceWhichNothingChangedNeverExpires() {
        String collection = make("quiet");
        writer.put(collection + "a", "x").send().expect(201);
        String token = token(report(collection, "", ""));
        writer.put(make("noisy") + "a", "x").send().expect(201);
        forgetAll();
        assertThat(token(report(collection, token, "").expect(207))).isEqualTo(token);
        writer.put(collection + "b", "x")
                .header("If", "<" + collection + "> (<" + token + ">)")
                .send()
                .expect(201);
        assertThat(report(collection, token, "").expect(207).text())
                .contains(collection + "b<")
                .doesNotContain(collection + "a<");
    }

    @Test
    void aSeriesOfPagesWhoseHistoryIsForgottenIsRefusedAndNotCutShort() {
        String collection = make("pages");
        String begin = token(report(collection, "", ""));
        for (String name : new String[] {"a", "b", "c"}) {
            writer.put(collection + name, "x").send().expect(201);
        }
        String page = token(report(collection, begin, LIMIT).expect(207));
        report(collection, page, LIMIT).expect(207);
        forgetAll();
        assertRefused(report(collection, page, LIMIT));
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.expect(403).text()).contains("<D:valid-sync-token/>").doesNotContain("multistatus");
    }

    /** As the timer does it, but for all changes. */
    private void forgetAll() {
        long newest = sequencer.sequence();
        while (forgetting.announce(newest)) {
            assertThat(forgetting.announced()).isLessThan(newest);
        }
        while (forgetting.delete()) {
            assertThat(forgetting.announced()).isEqualTo(newest);
        }
    }

    private String make(String name) {
        String collection = "/files/expiry-" + name + "/";
        writer.request("MKCOL", collection).send().expect(201);
        return collection;
    }

    private Answer report(String collection, String token, String limit) {
        return writer.request("REPORT", collection)
                .body("<D:sync-collection xmlns:D=\"DAV:\"><D:sync-token>" + token
                        + "</D:sync-token><D:sync-level>infinite</D:sync-level>" + limit
                        + "<D:prop><D:getetag/></D:prop></D:sync-collection>")
                .send();
    }

    private static String token(Answer answer) {
        Matcher token = TOKEN.matcher(answer.text());
        assertThat(token.find()).as(answer.text()).isTrue();
        return token.group(1);
    }
}
