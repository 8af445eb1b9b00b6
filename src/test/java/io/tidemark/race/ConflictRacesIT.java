package io.tidemark.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Two requests at once that resolve one conflict of a workspace with its parent. */
@ArquillianTest
@RunAsClient
class ConflictRacesIT {
    private static final String DERIVED = "<D:createconfiguration xmlns:D='DAV:'>"
            + "<D:configurationtype>Workspace</D:configurationtype><D:derivedfrom>%s</D:derivedfrom>"
            + "<D:inheritancetype>Auto</D:inheritancetype></D:createconfiguration>";
    private static final String MERGED =
            "<D:propertyupdate xmlns:D='DAV:'><D:set><D:prop><D:mergedfrom>V3</D:mergedfrom></D:prop></D:set></D:propertyupdate>";
    private static final String QUEUE = "<D:propfind xmlns:D='DAV:'><D:prop><D:resolutionqueue/></D:prop></D:propfind>";

    private final Dav writer = Dav.as("writer");

    /** A workspace with a file in it, of which the child has V2 and the parent V3. */
    private record Conflict(String file, String parent, String child) {}

    @Test
    void whoTakesTheParentsAndWhoMergesItBothResolveIt() throws Exception {
        for (String collection : Together.rounds("conflict-both")) {
            Conflict conflict = conflict(collection);
            var answers = Together.send(List.of(take(conflict), merge(conflict)));
            answers.get(0).expect(204);
            assertThat(answers.get(1).expect(207).text()).contains("200 OK");
            // Who has merged it is ahead, and has nothing to take.
            assertThat(shown(conflict)).isIn("parent's", "child's");
            resolved(conflict);
        }
    }

    @Test
    void whoTakesTheParentsTwiceHasItOnce() throws Exception {
        for (String collection : Together.rounds("conflict-take")) {
            Conflict conflict = conflict(collection);
            Together.send(List.of(take(conflict), take(conflict))).forEach(answer -> answer.expect(204));
            assertThat(shown(conflict)).isEqualTo("parent's");
            resolved(conflict);
        }
    }

    @Test
    void whoMergesTwiceHasMergedOnce() throws Exception {
        for (String collection : Together.rounds("conflict-merge")) {
            Conflict conflict = conflict(collection);
            Together.send(List.of(merge(conflict), merge(conflict)))
                    .forEach(answer -> assertThat(answer.expect(207).text()).contains("200 OK"));
            assertThat(shown(conflict)).isEqualTo("child's");
            assertThat(writer.request("PROPFIND", conflict.file())
                            .header("Revision-Id", "V2")
                            .header("Depth", "0")
                            .body("<D:propfind xmlns:D='DAV:'><D:prop><D:mergedfrom/></D:prop></D:propfind>")
                            .send()
                            .expect(207)
                            .text())
                    .contains("<D:mergedfrom>V3</D:mergedfrom>");
            resolved(conflict);
        }
    }

    private Conflict conflict(String collection) {
        String file = collection + "a";
        writer.put(file, "first").send().expect(201);
        writer.request("VERSION", file).send().expect(200);
        String parent = derive("/configurations/default/");
        String child = derive(parent);
        writer.put(file, "child's").header("Configuration-Id", child).send().expect(204);
        writer.put(file, "parent's").header("Configuration-Id", parent).send().expect(204);
        assertThat(queue(child)).contains(file).contains("/V3<");
        return new Conflict(file, parent, child);
    }

    private String derive(String parent) {
        return writer.request("MKCONFIG", "/configurations/")
                .body(DERIVED.formatted(parent))
                .send()
                .expect(201)
                .header("Location")
                .orElseThrow();
    }

    private Dav.Request take(Conflict conflict) {
        return writer.request("COPY", conflict.file())
                .header("Configuration-Id", conflict.parent())
                .header("Target-Configuration", conflict.child())
                .header("Override-Checkin", "Yes");
    }

    private Dav.Request merge(Conflict conflict) {
        return writer.request("PROPPATCH", conflict.file())
                .header("Revision-Id", "V2")
                .body(MERGED);
    }

    private String shown(Conflict conflict) {
        return writer.get(conflict.file())
                .header("Configuration-Id", conflict.child())
                .send()
                .expect(200)
                .text();
    }

    /** What workspaces follow the files keeps others from being destroyed: none is left behind. */
    private void resolved(Conflict conflict) {
        assertThat(queue(conflict.child())).doesNotContain("resolutionitem");
        writer.request("DELETE", conflict.child()).send().expect(204);
        writer.request("DELETE", conflict.parent()).send().expect(204);
    }

    private String queue(String configuration) {
        return writer.request("PROPFIND", configuration)
                .header("Depth", "0")
                .body(QUEUE)
                .send()
                .expect(207)
                .text();
    }
}
