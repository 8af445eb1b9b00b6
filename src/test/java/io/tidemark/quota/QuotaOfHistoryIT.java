package io.tidemark.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How revisions count in quotas: those that were, those that are not yet, and those of workspaces. */
@ArquillianTest
@RunAsClient
class QuotaOfHistoryIT {
    private final Dav writer = Dav.as("writer");
    private String top;

    @BeforeEach
    void makeCollection() {
        top = Quotas.collection("/files/quota-" + UUID.randomUUID() + '/');
    }

    @Test
    void whatIsThereAlreadyCountsWithItsHistory() {
        String deep = Quotas.collection(Quotas.collection(top + "a/") + "b/");
        Quotas.put(deep + "file", 10).expect(201);
        Quotas.put(top + "kept", 10).expect(201);
        writer.request("VERSION", top + "kept").send().expect(200);
        Quotas.put(top + "kept", 20).expect(204);
        Quotas.put(top + "gone", 5).expect(201);
        writer.request("VERSION", top + "gone").send().expect(200);
        writer.request("DELETE", top + "gone").send().expect(204);
        writer.request("BIND", top)
                .body("<bind xmlns='DAV:'><segment>again</segment><href>" + deep + "file</href></bind>")
                .send()
                .expect(201);
        Quotas.limit(top, 100);
        Quotas.assertUse(top, 45, 55);
        Quotas.noLimit(top);
        Quotas.put(top + "more", 10).expect(201);
        Quotas.limit(top, 100);
        Quotas.assertUse(top, 55, 45);
    }

    @Test
    void historyCountsUntilItIsDestroyed() {
        Quotas.limit(top, 100);
        Quotas.put(top + "a", 10).expect(201);
        writer.request("VERSION", top + "a").send().expect(200);
        Quotas.put(top + "a", 20).expect(204);
        Quotas.assertUse(top, 30, 70);
        Quotas.property(top + "a", "<X:note xmlns:X='urn:x'>a revision, but no content</X:note>");
        Quotas.assertUse(top, 30, 70);
        writer.request("DELETE", top + "a").send().expect(204);
        Quotas.assertUse(top, 30, 70);
        writer.request("DESTROY", top + "a").send().expect(204);
        Quotas.assertUse(top, 0, 100);
    }

    @Test
    void condensingGivesBackWhatNoLaterRevisionHas() {
        Quotas.limit(top, 100);
        Quotas.put(top + "a", 10).expect(201);
        writer.request("VERSION", top + "a").send().expect(200);
        Quotas.put(top + "a", 20).expect(204);
        Quotas.property(top + "a", "<X:note xmlns:X='urn:x'>of the same content</X:note>");
        Quotas.assertUse(top, 30, 70);
        Quotas.property(top + "a", "<D:maxrevisions>1</D:maxrevisions>");
        Quotas.assertUse(top, 20, 80);
    }

    @Test
    void whatIsWrittenInAWorkspaceCountsWhereItsNamesLeadInTheFiles() {
        Quotas.limit(top, 100);
        Quotas.put(top + "a", 10).expect(201);
        writer.request("VERSION", top).send().expect(200);
        String workspace = writer.request("MKCONFIG", "/configurations/")
                .body("<D:createconfiguration xmlns:D='DAV:'><D:configurationtype>DAV:Workspace</D:configurationtype>"
                        + "<D:derivedfrom>/configurations/default/</D:derivedfrom></D:createconfiguration>")
                .send()
                .expect(201)
                .header("Location")
                .orElseThrow();
        String there = workspace + top.substring("/files/".length());
        Quotas.put(there + "a", 40).expect(204);
        Quotas.assertUse(top, 50, 50);
        writer.put(top + "b", "b".repeat(50))
                .header("Configuration-Id", workspace)
                .send()
                .expect(201);
        Quotas.assertUse(top, 100, 0);
        Quotas.put(there + "c", 1).expect(507);
        writer.request("DELETE", workspace).send().expect(204);
    }

    @Test
    void whatIsCheckedOutCountsWhenItIsCheckedIn() {
        Quotas.limit(top, 100);
        Quotas.put(top + "a", 10).expect(201);
        writer.request("VERSION", top + "a").send().expect(200);
        String working = writer.request("CHECKOUT", top + "a")
                .body("<checkout xmlns='DAV:'/>")
                .send()
                .expect(201)
                .header("Location")
                .orElseThrow();
        Quotas.put(working, 91).expect(204);
        Quotas.assertUse(top, 10, 90);
        assertThat(writer.request("CHECKIN", working).send().expect(507).text()).contains("quota-not-exceeded");
        Quotas.put(working, 90).expect(204);
        writer.request("CHECKIN", working).send().expect(201);
        Quotas.assertUse(top, 100, 0);
    }

    @Test
    void whatIsCheckedOutInPlaceCountsWhenItIsStored() {
        Quotas.limit(top, 60);
        Quotas.put(top + "a", 10).expect(201);
        writer.request("VERSION", top + "a").send().expect(200);
        writer.request("CHECKOUT", top + "a").send().expect(200);
        Quotas.put(top + "a", 50).expect(204);
        Quotas.assertUse(top, 60, 0);
        writer.request("CHECKIN", top + "a").send().expect(201);
        Quotas.assertUse(top, 60, 0);
    }

    @Test
    void aSaveThatMovesOverADocumentCountsOnce() {
        Quotas.limit(top, 100);
        Quotas.put(top + "a", 10).expect(201);
        writer.request("VERSION", top + "a").send().expect(200);
        Quotas.put(top + "a.tmp", 20).expect(201);
        Quotas.move(top + "a.tmp", top + "a", 204);
        Quotas.assertUse(top, 30, 70);
    }
}
