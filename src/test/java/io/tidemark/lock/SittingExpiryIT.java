package io.tidemark.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import io.tidemark.harness.Eventually;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** A lock that expires closes what was written under it, and nothing of that is lost. */
@ArquillianTest
@RunAsClient
class SittingExpiryIT {
    private final Dav writer = Dav.as("writer");
    private final String file = "/files/expiry-" + UUID.randomUUID() + ".txt";

    @Test
    void whatWasWrittenUnderALockThatExpiredIsARevision() throws InterruptedException {
        writer.put(file, "one").send().expect(201);
        writer.request("VERSION", file).send().expect(200);
        writer.request("PROPPATCH", file)
                .body("<D:propertyupdate xmlns:D='DAV:'><D:set><D:prop><D:auto-version><D:checkout-unlocked-checkin/>"
                        + "</D:auto-version></D:prop></D:set></D:propertyupdate>")
                .send()
                .expect(207);
        String token = writer.request("LOCK", file)
                .header("Timeout", "Second-3")
                .body("<D:lockinfo xmlns:D='DAV:'><D:lockscope><D:exclusive/></D:lockscope><D:locktype><D:write/>"
                        + "</D:locktype></D:lockinfo>")
                .send()
                .expect(200)
                .header("Lock-Token")
                .orElseThrow();
        Answer two = writer.put(file, "two").header("If", "(" + token + ")").send();
        assertThat(two.expect(204).header("Revision-Id")).contains("V2");
        Eventually.become("the revision is closed", () -> !isOpen());
        Answer three = writer.put(file, "three").send();
        assertThat(three.expect(204).header("Revision-Id")).contains("V3");
        assertThat(writer.get(file)
                        .header("Revision-Id", "V2")
                        .send()
                        .expect(200)
                        .text())
                .isEqualTo("two");
    }

    private boolean isOpen() {
        return writer.request("PROPFIND", file)
                .header("Depth", "0")
                .body("<D:propfind xmlns:D='DAV:' xmlns:T='urn:tidemark:dav'><D:prop><T:open/></D:prop></D:propfind>")
                .send()
                .expect(207)
                .text()
                .contains(">1<");
    }
}
