package io.tidemark.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import io.tidemark.harness.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What the management port shows to a scraper of figures. */
@ArquillianTest
@RunAsClient
class FiguresIT {

    private static final String SYNC = "<sync-collection xmlns='DAV:'><sync-token>%s</sync-token>"
            + "<sync-level>1</sync-level><prop><getetag/></prop></sync-collection>";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Dav writer = Dav.as("writer");

    @Test
    void theirNamesAreThoseThatDashboardsKnow() throws Exception {
        writer.request("PROPFIND", "/files/").header("Depth", "0").send().expect(207);
        // A request is measured when its answer is whole, which its client may know first.
        Eventually.become("a request is measured", () -> value("tidemark_requests_seconds_count") > 0);

        List<String> shown = scrape().lines()
                .filter(line -> line.startsWith("# TYPE tidemark_"))
                .map(line -> line.substring("# TYPE ".length()))
                .sorted()
                .toList();

        assertThat(shown).isEqualTo(Files.readAllLines(Path.of("src/test/resources/figures.txt")));
    }

    @Test
    void requestsAreCountedByMethodReportAndStatus() throws Exception {
        String top = "/files/figures-" + UUID.randomUUID() + '/';
        String made = "tidemark_requests_seconds_count{method=\"MKCOL\",report=\"\",status=\"2xx\",waiting=\"false\"}";
        String synced =
                "tidemark_requests_seconds_count{method=\"REPORT\",report=\"sync-collection\",status=\"2xx\",waiting=\"false\"}";
        String strange =
                "tidemark_requests_seconds_count{method=\"other\",report=\"\",status=\"4xx\",waiting=\"false\"}";
        double before = value(made) + value(synced) + value(strange);

        writer.request("MKCOL", top).send().expect(201);
        writer.request("REPORT", top).body(SYNC.formatted("")).send().expect(207);
        writer.request("NONSENSE", top).send();

        Eventually.become(
                "three more requests are measured", () -> value(made) + value(synced) + value(strange) >= before + 3);
    }

    @Test
    void tokensAndPasswordsThatAreRefusedAreCounted() throws Exception {
        String tokens = "tidemark_tokens_refused_total{kind=\"sync\"}";
        String wrong = "tidemark_sign_ons_total{outcome=\"wrong\"}";
        String right = "tidemark_sign_ons_total{outcome=\"right\"}";
        double tokensBefore = value(tokens);
        double wrongBefore = value(wrong);
        double rightBefore = value(right);

        writer.request("REPORT", "/files/")
                .body(SYNC.formatted("urn:nonsense"))
                .send()
                .expect(403);
        Dav.with(Dav.basic("figures-" + UUID.randomUUID(), "wrong"))
                .get("/files/")
                .send()
                .expect(401);

        assertThat(value(tokens)).isGreaterThan(tokensBefore);
        assertThat(value(wrong)).isGreaterThan(wrongBefore);
        assertThat(value(right)).isGreaterThan(rightBefore);
    }

    @Test
    void samplesAreTakenSoonAfterTheStart() throws Exception {
        Eventually.become(
                "the database's size is known, and nothing is not a number",
                () -> value("tidemark_database_size_bytes") > 0
                        && value("tidemark_locks") >= 0
                        && value("tidemark_changes_unnumbered") >= 0
                        && value("tidemark_content_bytes{kind=\"live\"}") >= 0);
        assertThat(value("tidemark_database_up")).isEqualTo(1);
    }

    /** The sum over what is shown at a name and, among others, some tags; 0 for what is not shown yet. */
    private double value(String series) {
        String name = series.replaceAll("\\{.*", "");
        String[] tags = series.contains("{") ? series.replaceAll(".*\\{|}", "").split(",") : new String[0];
        return scrape().lines()
                .filter(line -> line.startsWith(name + '{') || line.startsWith(name + ' '))
                .filter(line -> Arrays.stream(tags).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private String scrape() {
        URI address = URI.create("http://127.0.0.1:" + System.getProperty("it.management-port") + "/metrics");
        try {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new AssertionError("Nothing to scrape", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
