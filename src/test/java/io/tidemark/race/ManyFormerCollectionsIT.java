package io.tidemark.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A workspace's collection was replaced, and one name in it has stood for many collections: what a client knows below that
 * name is told as long as it can be compared; else the client is told that it must begin anew.
 */
@ArquillianTest
@RunAsClient
class ManyFormerCollectionsIT {
    private final Dav writer = Dav.as("writer");

    @ParameterizedTest
    @CsvSource({
        // collections that stood at the name, those before and the one that is there now; whether all is told
        "100, true",
        "101, false"
    })
    void whatCannotBeComparedIsRefused(int collections, boolean told) {
        String workspace = writer.request("MKCONFIG", "/configurations/")
                .body("<D:createconfiguration xmlns:D='DAV:'><D:configurationtype>Workspace</D:configurationtype>"
                        + "</D:createconfiguration>")
                .send()
                .expect(201)
                .header("Location")
                .orElseThrow();
        make(workspace + "c/");
        for (int i = 0; i < collections - 2; i++) {
            make(workspace + "c/d/");
            remove(workspace + "c/d/");
        }
        make(workspace + "c/d/");
        writer.put(workspace + "c/d/f", "known").send().expect(201);
        String known = Sync.token(workspace);
        remove(workspace + "c/");
        make(workspace + "c/");
        make(workspace + "c/d/");

        String report =
                Sync.report(workspace, "infinite", known, 1_000).expect(207).text();
        String next = Sync.tokenIn(report);
        assertThat(report.contains("HTTP/1.1 507 ")).isEqualTo(!told);
        assertThat(report.contains("<D:href>" + workspace + "c/d/f</D:href><D:status>HTTP/1.1 404"))
                .isEqualTo(told);
        String answer = Sync.report(workspace, "infinite", next, 1_000)
                .expect(told ? 207 : 403)
                .text();
        assertThat(answer.contains("valid-sync-token")).isEqualTo(!told);
        remove(workspace);
    }

    private void make(String collection) {
        writer.request("MKCOL", collection).send().expect(201);
    }

    private void remove(String url) {
        writer.request("DELETE", url).send().expect(204);
    }
}
