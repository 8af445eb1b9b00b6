package io.tidemark.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has come of an upload counts where the whole will go. */
@ArquillianTest
@RunAsClient
class QuotaOfUploadsIT {
    private final Dav writer = Dav.as("writer");
    private String top;

    @BeforeEach
    void makeCollection() {
        top = Quotas.collection("/files/quota-of-uploads-" + UUID.randomUUID() + '/');
        Quotas.limit(top, 100);
    }

    @Test
    void resumableUploadsCountFromTheirFirstByte() {
        begin(60).header("Upload-Length", "101").send().expect(507);
        String upload = begin(60).send().expect(201).header("Location").orElseThrow();
        Quotas.assertUse(top, 60, 40);
        Quotas.put(top + "other", 41).expect(507);
        append(upload, 60, false, 41).expect(507);
        Quotas.assertUse(top, 60, 40);
        append(upload, 60, false, 20).expect(204);
        Quotas.assertUse(top, 80, 20);
        append(upload, 80, true, 20).expect(201);
        Quotas.assertUse(top, 100, 0);
        writer.request("DELETE", upload).send().expect(204);
        Quotas.assertUse(top, 100, 0);
        writer.request("DELETE", top + "file").send().expect(204);
        Quotas.assertUse(top, 0, 100);
    }

    @Test
    void whatIsGivenUpCountsNoMore() {
        String upload = begin(60).send().expect(201).header("Location").orElseThrow();
        Quotas.assertUse(top, 60, 40);
        writer.request("DELETE", upload).send().expect(204);
        Quotas.assertUse(top, 0, 100);
    }

    @Test
    void chunksCountWhereTheyAreSaidToGo() {
        String upload = "/dav/uploads/writer/" + UUID.randomUUID() + "/";
        writer.request("MKCOL", upload)
                .header("Destination", Dav.url(top + "file"))
                .send()
                .expect(201);
        writer.put(upload + "1", "x".repeat(60)).send().expect(201);
        Quotas.assertUse(top, 60, 40);
        assertThat(writer.put(upload + "2", "x".repeat(41)).send().expect(507).text())
                .contains("quota-not-exceeded");
        writer.put(upload + "2", "x".repeat(40)).send().expect(201);
        Quotas.assertUse(top, 100, 0);
        writer.put(upload + "2", "x".repeat(41)).send().expect(507);
        writer.put(upload + "2", "x".repeat(10)).send().expect(204);
        Quotas.assertUse(top, 70, 30);
        writer.request("DELETE", upload + "2").send().expect(204);
        Quotas.assertUse(top, 60, 40);
        writer.put(upload + "2", "x".repeat(10)).send().expect(201);
        writer.put(upload + "2", "x".repeat(5)).send().expect(204);
        Quotas.assertUse(top, 65, 35);
        writer.request("MOVE", upload + ".file")
                .header("Destination", Dav.url(top + "file"))
                .send()
                .expect(201);
        Quotas.assertUse(top, 65, 35);
    }

    private Dav.Request begin(int bytes) {
        return writer.put(top + "file", "x".repeat(bytes)).header("Upload-Complete", "?0");
    }

    private Answer append(String upload, long offset, boolean last, int bytes) {
        return writer.request("PATCH", upload)
                .header("Content-Type", "application/partial-upload")
                .header("Upload-Offset", Long.toString(offset))
                .header("Upload-Complete", last ? "?1" : "?0")
                .body("x".repeat(bytes))
                .send();
    }
}
