package io.tidemark.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import io.tidemark.harness.Tar;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What counts in a quota, since when, and until when. */
@ArquillianTest
@RunAsClient
class QuotaIT {
    private final Dav writer = Dav.as("writer");
    private String top;

    @BeforeEach
    void makeCollection() {
        top = Quotas.collection("/files/quota-" + UUID.randomUUID() + '/');
    }

    @Test
    void whatIsNestedCountsInAllAndTheSmallestIsAvailable() {
        String inner = Quotas.collection(top + "inner/");
        Quotas.limit(top, 100);
        Quotas.limit(inner, 80);
        Quotas.put(inner + "a", 30).expect(201);
        Quotas.put(top + "b", 40).expect(201);
        Quotas.assertUse(inner, 30, 30);
        Quotas.assertUse(top, 70, 30);
        Quotas.put(inner + "c", 31).expect(507);
        Quotas.put(inner + "c", 30).expect(201);
        Quotas.assertUse(inner, 60, 0);
        Quotas.limit(inner, 50);
        Quotas.assertUse(inner, 60, 0);
        Quotas.put(inner + "c", 10).expect(204);
        Quotas.assertUse(inner, 40, 10);
        Quotas.assertUse(top, 80, 20);
    }

    @Test
    void whatHasNoHistoryCountsUntilItsLastNameGoes() {
        Quotas.limit(top, 100);
        Quotas.put(top + "a", 10).expect(201);
        Quotas.put(top + "a", 30).expect(204);
        Quotas.assertUse(top, 30, 70);
        writer.request("BIND", top)
                .body("<bind xmlns='DAV:'><segment>b</segment><href>" + top + "a</href></bind>")
                .send()
                .expect(201);
        writer.request("DELETE", top + "a").send().expect(204);
        Quotas.assertUse(top, 30, 70);
        Quotas.put(top + "c", 50).expect(201);
        writer.request("MOVE", top + "c")
                .header("Destination", Dav.url(top + "b"))
                .send()
                .expect(204);
        Quotas.assertUse(top, 50, 50);
        writer.request("DELETE", top + "b").send().expect(204);
        Quotas.assertUse(top, 0, 100);
    }

    @Test
    void whatIsMovedCountsWhereItWasStored() {
        String from = Quotas.collection(top + "from/");
        String to = Quotas.collection(top + "to/");
        Quotas.limit(from, 100);
        Quotas.limit(to, 100);
        Quotas.put(from + "a", 10).expect(201);
        Quotas.put(Quotas.collection(from + "tree/") + "b", 20).expect(201);
        Quotas.move(from + "a", to + "a");
        Quotas.move(from + "tree/", to + "tree/");
        Quotas.assertUse(from, 30, 70);
        Quotas.assertUse(to, 0, 100);
        Quotas.put(to + "a", 15).expect(204);
        Quotas.assertUse(from, 20, 80);
        Quotas.assertUse(to, 15, 85);
        writer.request("DELETE", to + "a").send().expect(204);
        Quotas.assertUse(to, 0, 100);
    }

    @Test
    void aCopyCountsWhereItIsPut() {
        String from = Quotas.collection(top + "from/");
        String to = Quotas.collection(top + "to/");
        Quotas.limit(to, 30);
        Quotas.put(from + "a", 10).expect(201);
        Quotas.put(Quotas.collection(from + "tree/") + "b", 20).expect(201);
        Quotas.copy(from, to + "copy/").expect(201);
        Quotas.assertUse(to, 30, 0);
        Quotas.put(from + "c", 1).expect(201);
        assertThat(Quotas.copy(from, to + "other/").expect(507).text()).contains("quota-not-exceeded");
        writer.get(to + "other/").send().expect(404);
        Quotas.assertUse(to, 30, 0);
    }

    @Test
    void aQuotaGoesWithItsCollection() {
        String inner = Quotas.collection(top + "inner/");
        Quotas.limit(inner, 50);
        Quotas.put(inner + "a", 50).expect(201);
        Quotas.move(inner, top + "renamed/");
        Quotas.assertUse(top + "renamed/", 50, 0);
        Quotas.put(top + "renamed/b", 1).expect(507);
        Quotas.copy(top + "renamed/", top + "copy/").expect(201);
        Quotas.put(top + "copy/b", 1).expect(201);
    }

    @Test
    void anImportCountsWhereEachEntryComes() {
        String inner = Quotas.collection(top + "inner/");
        Quotas.limit(top, 100);
        Quotas.limit(inner, 10);
        Quotas.tar(top, new Tar().file("a", "x".repeat(20)).file("inner/new/b", "x".repeat(10)))
                .expect(200);
        Quotas.assertUse(top, 30, 70);
        Quotas.assertUse(inner, 10, 0);
        assertThat(Quotas.tar(top, new Tar().file("c", "x").file("inner/d", "x"))
                        .expect(507)
                        .text())
                .contains("quota-not-exceeded");
        writer.get(top + "c").send().expect(404);
        Quotas.tar(top, new Tar().file("inner/new/b", "x".repeat(5))).expect(200);
        Quotas.assertUse(inner, 5, 5);
    }

    @Test
    void aBodyOfUnknownLengthIsRefusedWhenItIsThere() {
        Quotas.limit(top, 100);
        assertThat(writer.request("PUT", top + "a")
                        .body(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[101])))
                        .send()
                        .expect(507)
                        .text())
                .contains("quota-not-exceeded");
        writer.get(top + "a").send().expect(404);
        Quotas.assertUse(top, 0, 100);
    }
}
