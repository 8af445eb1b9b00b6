package io.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import io.tidemark.harness.Wire;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Reports that ask for too much are refused, or answered at a cost that their size bounds. */
@ArquillianTest
@RunAsClient
class LargeRequestsIT {
    private static final int TEN_MEBIBYTES = 10 << 20;

    private final Dav writer = Dav.as("writer");

    @Test
    void aTokenThatIsLongerThanABodyMayBeIsRefusedBeforeItIsSent() throws Exception {
        String collection = make("token");
        // What lies beyond the limit never goes out, and the answer comes all the same.
        String answer;
        try (var wire = Wire.open()) {
            answer = wire.send("REPORT " + collection + " HTTP/1.1\nHost: 127.0.0.1\nConnection: close\nAuthorization: "
                            + Dav.basic("writer", "writer") + "\nContent-Length: " + TEN_MEBIBYTES + "\n\n")
                    .send("<D:sync-collection xmlns:D=\"DAV:\"><D:sync-token>" + "x".repeat((1 << 20) + 1))
                    .readHead();
        }
        assertThat(answer).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void aTokenThatAlmostFillsTheBodyIsNoTokenOfOurs() {
        assertThat(report(make("almost"), "x".repeat(1_000_000), "<D:getetag/>", "")
                        .expect(403)
                        .text())
                .contains("valid-sync-token");
    }

    @Test
    void thousandsOfPropertiesAreAnswered() {
        String collection = make("properties");
        writer.put(collection + "a.txt", "x").send().expect(201);
        String answer =
                report(collection, "", unknownProperties(9_000), "").expect(207).text();
        assertThat(answer).contains("<p0/>", "<p8999/>");
    }

    @Test
    void morePropertiesThanABodyMayHaveElementsAreRefused() {
        report(make("more-properties"), "", unknownProperties(10_000), "").expect(413);
    }

    @Test
    void manyNamespacesTimesManyElementsTakeNoMoreThanTheirSum() {
        String collection = make("namespaces");
        writer.put(collection + "a.txt", "x").send().expect(201);
        String declarations =
                IntStream.range(0, 4_000).mapToObj(i -> " xmlns:a" + i + "='u'").collect(Collectors.joining());
        report(collection, "", "<b xmlns='v'/>".repeat(2_500), declarations).expect(207);
    }

    private String make(String name) {
        String collection = "/files/large-request-" + name + "/";
        writer.request("MKCOL", collection).send().expect(201);
        return collection;
    }

    private static String unknownProperties(int count) {
        return IntStream.range(0, count).mapToObj(i -> "<p" + i + "/>").collect(Collectors.joining());
    }

    private Answer report(String collection, String token, String properties, String attributes) {
        return writer.request("REPORT", collection)
                .body("<D:sync-collection xmlns:D=\"DAV:\"" + attributes + "><D:sync-token>" + token
                        + "</D:sync-token><D:sync-level>1</D:sync-level><D:prop>" + properties
                        + "</D:prop></D:sync-collection>")
                .send();
    }
}
