package io.tidemark.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import io.tidemark.harness.Wire;
import java.io.IOException;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Request targets that no client should send. */
@ArquillianTest
@RunAsClient
class HostileTargetsIT {
    private static final String HEAD =
            " HTTP/1.1\nHost: 127.0.0.1\nAuthorization: " + Dav.basic("writer", "writer") + "\n";

    @Test
    void aTargetThatIsNoPathOfThisServerIsRefused() throws IOException {
        String[] targets = {
            "*",
            "files",
            "127.0.0.1:80",
            "http://",
            "http:///files/",
            "/files/../../x",
            "/files/../principals/",
            "/files/%2e%2e/%2e%2e/x",
            "/files/a%2Fb",
            "/files/a%2fb",
            "/files/a%00b",
            "/files/%",
            "/files/%2",
            "/files/%zz",
            "/files/%u0041",
            "/files/a\\b",
            "/files/\u00E9",
            "/files/x#y",
            // Overlong, surrogates, beyond Unicode, cut off.
            "/files/%C0%AF",
            "/files/%C0%AE%C0%AE/",
            "/files/%E0%80%AF",
            "/files/%ED%A0%80",
            "/files/%ED%A0%80%ED%B0%80",
            "/files/%F4%90%80%80",
            "/files/%E2%82",
            "/files/%FF",
        };
        for (String target : targets) {
            for (String method : new String[] {"GET", "PUT", "PROPFIND", "BREW"}) {
                assertThat(Wire.exchange(method + " " + target + HEAD + "Connection: close\nContent-Length: 0\n\n"))
                        .as("%s %s", method, target)
                        .startsWith("HTTP/1.1 400 ");
            }
        }
    }

    @Test
    void aTargetOfAHundredKilobytesIsRefused() throws IOException {
        String[] targets = {
            "/files/" + "a".repeat(100_000), "/files/" + "a/".repeat(50_000), "/files/" + "%61".repeat(33_000),
        };
        for (String target : targets) {
            assertThat(Wire.exchange("GET " + target + HEAD + "Connection: close\n\n"))
                    .startsWith("HTTP/1.1 414 ");
        }
        assertThat(Wire.exchange("GET /files/" + "../".repeat(33_000) + HEAD + "Connection: close\n\n"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(Wire.exchange("GET /files/?" + "q".repeat(100_000) + HEAD + "Connection: close\n\n"))
                .startsWith("HTTP/1.1 200 ");
    }
}
