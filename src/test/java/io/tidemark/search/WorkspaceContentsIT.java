package io.tidemark.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import io.tidemark.harness.Eventually;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** In a workspace, and in a release, words are found in the revisions that show there, whatever shows in the files. */
@ArquillianTest
@RunAsClient
class WorkspaceContentsIT {

    private static final String TREE = "words-in-workspaces/";
    private static final String WORKSPACE =
            "<createconfiguration xmlns='DAV:'><configurationtype>DAV:Workspace</configurationtype>"
                    + "<derivedfrom>/configurations/default/</derivedfrom></createconfiguration>";
    private static final String RELEASE =
            "<createconfiguration xmlns='DAV:'><configurationtype>DAV:Dynamic</configurationtype></createconfiguration>";
    private static final String RULE =
            "<propertyupdate xmlns='DAV:'><set><prop><selectionrule><basicrsr><label>Released</label>"
                    + "</basicrsr></selectionrule></prop></set></propertyupdate>";
    private static final Pattern HREF = Pattern.compile("<D:href>[^<]*/" + TREE + "([^<]*)</D:href>");
    private static final Dav WRITER = Dav.as("writer");

    @Test
    void wordsAreThoseOfTheRevisionThatShows() throws InterruptedException {
        String files = "/files/" + TREE;
        WRITER.request("MKCOL", files).send().expect(201);
        WRITER.request("VERSION", files).send().expect(200);
        WRITER.put(files + "a.txt", "the lapwing nests").send().expect(201);
        for (String labelled : List.of(files, files + "a.txt")) {
            WRITER.request("PROPPATCH", labelled)
                    .body("<propertyupdate xmlns='DAV:'><set><prop><revisionlabel>Released</revisionlabel></prop></set>"
                            + "</propertyupdate>")
                    .send()
                    .expect(207);
        }
        String workspace = make(WORKSPACE);
        String release = make(RELEASE);
        WRITER.request("PROPPATCH", release).body(RULE).send().expect(207);
        WRITER.put(files + "a.txt", "the dunlin nests").send().expect(204);
        WRITER.request("PUT", files + "a.txt")
                .header("Configuration-Id", workspace)
                .body("the whimbrel nests")
                .send()
                .expect(204);
        WRITER.request("PUT", files + "b.txt")
                .header("Configuration-Id", workspace)
                .body("nests of a lapwing")
                .send()
                .expect(201);

        finds("/files/" + TREE, "dunlin nests", "a.txt");
        finds("/files/" + TREE, "lapwing");
        finds("/files/" + TREE, "whimbrel");
        finds(workspace + TREE, "\"the whimbrel\"", "a.txt");
        finds(workspace + TREE, "lapwing", "b.txt");
        finds(workspace + TREE, "nest*", "a.txt", "b.txt");
        finds(workspace + TREE, "dunlin");
        finds(release, "\"the lapwing\"", "a.txt");
        finds(release, "nests", "a.txt");
        finds(release, "dunlin");
    }

    private static String make(String configuration) {
        return WRITER.request("MKCONFIG", "/configurations/")
                .body(configuration)
                .send()
                .expect(201)
                .header("Location")
                .map(location -> location.replaceFirst("^https?://[^/]*", ""))
                .orElseThrow();
    }

    private static void finds(String scope, String words, String... names) throws InterruptedException {
        Eventually.become(
                words + " is found in " + List.of(names) + " of " + scope,
                () -> found(scope, words).equals(List.of(names)));
    }

    private static List<String> found(String scope, String words) {
        String answer = WRITER.request("SEARCH", scope)
                .header("Content-Type", "application/xml")
                .body(
                        "<searchrequest xmlns='DAV:'><basicsearch><select><prop><getetag/></prop></select><from><scope><href>"
                                + scope + "</href></scope></from><where><contains>" + words
                                + "</contains></where></basicsearch></searchrequest>")
                .send()
                .expect(207)
                .text();
        assertThat(answer).doesNotContain(" 507 ");
        return HREF.matcher(answer)
                .results()
                .map(href -> href.group(1))
                .sorted()
                .toList();
    }
}
