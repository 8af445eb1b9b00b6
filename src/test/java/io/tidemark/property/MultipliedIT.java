package io.tidemark.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What one request stores and an answer shows at each member does not make the answer endless. */
@ArquillianTest
@RunAsClient
class MultipliedIT {
    private final Dav writer = Dav.as("writer");

    @Test
    void theOwnerOfALockIsShort() {
        String folder = make("owner");
        lock(folder, "exclusive", "o".repeat(5_000)).expect(413);
        writer.request("PROPFIND", folder).header("Depth", "0").send().expect(207);
        lock(folder, "exclusive", "o".repeat(1_000)).expect(200);
    }

    @Test
    void aHundredSharedLocksHoldAResource() {
        String folder = make("shared");
        for (int i = 0; i < 100; i++) {
            lock(folder, "shared", "one of many").expect(200);
        }
        assertThat(lock(folder, "shared", "one more").expect(507).text()).contains("too-many-locks");
    }

    /** {@code arquillian.xml} lets an answer have twenty million characters. */
    @Test
    void anAnswerEndsWhereItIsFull() {
        String folder = make("answer");
        String file = folder + "0";
        writer.put(file, "x").send().expect(201);
        for (int i = 0; i < 3; i++) {
            String value = "v".repeat(1_000_000);
            writer.request("PROPPATCH", file)
                    .body("<propertyupdate xmlns='DAV:'><set><prop><large" + i + " xmlns='urn:x'>" + value + "</large"
                            + i + "></prop></set></propertyupdate>")
                    .send()
                    .expect(207);
        }
        for (int i = 1; i < 10; i++) {
            writer.request("COPY", file)
                    .header("Destination", Dav.url(folder + i))
                    .send()
                    .expect(201);
        }
        String listing = list(folder).expect(207).text();
        assertThat(listing.length()).isBetween(20_000_000, 24_000_000);
        assertThat(listing.split("<D:status>HTTP/1.1 507", -1)).hasSizeBetween(3, 6);
        assertThat(listing.split("<D:response>", -1))
                .as("all members are there")
                .hasSize(12);
        assertThat(listing).contains(folder + "9</D:href>");
    }

    private Answer list(String folder) {
        return writer.request("PROPFIND", folder)
                .header("Depth", "1")
                .body("<propfind xmlns='DAV:'><allprop/></propfind>")
                .send();
    }

    private String make(String name) {
        String folder = "/files/multiplied-" + name + "/";
        writer.request("MKCOL", folder).send().expect(201);
        return folder;
    }

    private Answer lock(String folder, String scope, String owner) {
        return writer.request("LOCK", folder)
                .body("<lockinfo xmlns='DAV:'><lockscope><" + scope
                        + "/></lockscope><locktype><write/></locktype><owner>" + owner + "</owner></lockinfo>")
                .send();
    }
}
