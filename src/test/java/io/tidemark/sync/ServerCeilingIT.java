package io.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** The server cuts answers by itself (RFC 6578, sections 3.6 and 3.10), however large a limit the client asks for. */
@ArquillianTest
@RunAsClient
class ServerCeilingIT {
    /** {@code tidemark.sync.max-results} of the server under test, in {@code arquillian.xml}. */
    private static final int CEILING = 2_000;

    private static final String COLLECTION = "/files/ceiling/";
    private static final String CUT = "<D:response><D:href>" + COLLECTION
            + "</D:href><D:status>HTTP/1.1 507 Insufficient Storage</D:status>"
            + "<D:error><D:number-of-matches-within-limits/></D:error></D:response>";
    private static final Pattern HREF = Pattern.compile("<D:href>([^<]+)</D:href>");
    private static final Pattern TOKEN = Pattern.compile("<D:sync-token>([^<]+)</D:sync-token>");

    @Test
    void anAnswerWithoutALimitIsCutAndGoesOnExactlyThere() {
        LargeTree.make(COLLECTION);
        Set<String> told = new HashSet<>();
        String first = report("", "");
        assertThat(first).contains(CUT);
        assertThat(read(first, told)).isEqualTo(CEILING);
        String second = report(token(first), "<D:limit><D:nresults>1000000</D:nresults></D:limit>");
        assertThat(second).doesNotContain("HTTP/1.1 507");
        assertThat(read(second, told)).isEqualTo(LargeTree.MEMBERS - CEILING);
        assertThat(told).hasSize(LargeTree.MEMBERS);
        String third = report(token(second), "");
        assertThat(read(third, told)).isZero();
        assertThat(token(third)).isEqualTo(token(second));
    }

    private static String report(String token, String limit) {
        return Dav.as("writer")
                .request("REPORT", COLLECTION)
                .body("<D:sync-collection xmlns:D=\"DAV:\"><D:sync-token>" + token
                        + "</D:sync-token><D:sync-level>infinite</D:sync-level>" + limit
                        + "<D:prop><D:getetag/></D:prop></D:sync-collection>")
                .send()
                .expect(207)
                .text();
    }

    private static int read(String answer, Set<String> told) {
        int members = 0;
        Matcher href = HREF.matcher(answer);
        while (href.find()) {
            if (!href.group(1).equals(COLLECTION)) {
                assertThat(told.add(href.group(1))).as(href.group(1)).isTrue();
                members++;
            }
        }
        return members;
    }

    private static String token(String answer) {
        Matcher token = TOKEN.matcher(answer);
        assertThat(token.find()).as(answer).isTrue();
        return token.group(1);
    }
}
