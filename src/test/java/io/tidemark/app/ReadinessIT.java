package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What the management port says of a server that can work. */
@ArquillianTest
@RunAsClient
class ReadinessIT {

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void readinessAsksDatabaseContentsAndNumbering() throws Exception {
        HttpResponse<String> ready = get("/health/ready");

        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body())
                .contains("{\"name\":\"database\",\"status\":\"UP\"")
                .contains("{\"name\":\"content\",\"status\":\"UP\"")
                .contains("{\"name\":\"numbering\",\"status\":\"UP\",\"data\":{\"waiting_seconds\":");
    }

    @Test
    void livenessAsksNoneOfThem() throws Exception {
        HttpResponse<String> live = get("/health/live");

        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(live.body()).doesNotContain("database", "content", "numbering");
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + System.getProperty("it.management-port") + path);
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
