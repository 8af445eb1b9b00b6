package io.tidemark.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too much, or means something to an engine, is refused, or means what its words do. */
@ArquillianTest
@RunAsClient
class HostileSearchIT {

    private static final String TREE = "/files/hostile-searches/";
    private static final int TOO_MANY = 10_000;
    private static final String FOLDER = "<is-collection/>";
    private static final Dav WRITER = Dav.as("writer");

    @BeforeAll
    static void make() {
        WRITER.request("MKCOL", TREE).send().expect(201);
        WRITER.put(TREE + "one%20two.txt", "x").send().expect(201);
    }

    @Test
    void whatIsTooMuchIsRefused() {
        refused("<not>".repeat(TOO_MANY) + FOLDER + "</not>".repeat(TOO_MANY));
        refused("<or>" + FOLDER.repeat(TOO_MANY) + "</or>");
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < TOO_MANY; i++) {
            words.append("word").append(i).append(' ');
        }
        refused("<contains>" + words + "</contains>");
        refused("<contains>\"" + words + "\"</contains>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+one -two", "/one/", "*one", "one^ two~", "(one) [two]"})
    void anEnginesOperatorsMeanNothing(String words) {
        assertThat(search("<contains>" + words + "</contains>").expect(207).text())
                .contains("one%20two.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one AND two", "word:one", "one~2", "[one TO two]", "?ne", "one -three"})
    void whatIsAWordInThemIsLookedFor(String words) {
        assertThat(search("<contains>" + words + "</contains>").expect(207).text())
                .doesNotContain("one%20two.txt");
    }

    @Test
    void aPatternOfNothingButAnythingIsLikeAll() {
        assertThat(search("<like><prop><displayname/></prop><literal>" + "%".repeat(TOO_MANY) + "</literal></like>")
                        .expect(207)
                        .text())
                .contains("one%20two.txt");
    }

    private static void refused(String where) {
        assertThat(search(where).status()).isIn(400, 413, 422);
    }

    private static Answer search(String where) {
        return WRITER.request("SEARCH", TREE)
                .header("Content-Type", "application/xml")
                .body(
                        "<searchrequest xmlns='DAV:'><basicsearch><select><prop><getetag/></prop></select><from><scope><href>"
                                + TREE + "</href></scope></from><where>" + where
                                + "</where></basicsearch></searchrequest>")
                .send();
    }
}
