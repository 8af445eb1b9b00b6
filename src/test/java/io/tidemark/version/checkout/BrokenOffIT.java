package io.tidemark.version.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.guard.Preconditions;
import io.tidemark.harness.Dav;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.VersionHeaders;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of a request that does not come to its end: whatever ends it, the database knows a transaction that did not commit. */
@ArquillianTest
class BrokenOffIT {
    private static final Preconditions NONE = new Preconditions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            null);

    private final Dav writer = Dav.as("writer");
    private final String file = "/files/broken-off-" + UUID.randomUUID() + ".txt";
    private final DavPath path = DavPath.parse(file);

    @Resource(lookup = "java:jboss/datasources/Tidemark")
    private DataSource database;

    @EJB
    private CheckoutService checkouts;

    @EJB
    private CheckinService checkins;

    @BeforeEach
    void makeAFile() {
        writer.put(file, "first").send().expect(201);
        writer.request("VERSION", file).send().expect(200);
    }

    @Test
    void ofACheckoutThereIsNothing() throws Exception {
        List<Long> before = Rows.of(database);
        breakOff(() -> checkouts.checkOut(path, VersionHeaders.NONE, NONE, withLocks(), Optional.empty()));
        breakOff(() -> checkouts.checkOutInPlace(path, NONE, false));
        assertThat(Rows.of(database)).isEqualTo(before);
        expectFirst();
    }

    @Test
    void ofACheckinThereIsNothingAndTheWorkGoesOn() throws Exception {
        DavPath working = checkouts
                .checkOut(path, VersionHeaders.NONE, NONE, withLocks(), Optional.empty())
                .working();
        List<Long> before = Rows.of(database);
        var admin = Dav.as("admin");
        Preconditions withToken = submitting(admin, working);
        breakOff(() -> checkins.checkIn(working, withToken, new CheckinRequest("why", false, false, false)));
        breakOff(() -> checkins.checkIn(working, withToken, new CheckinRequest("why", true, false, false)));
        breakOff(() -> checkins.cancel(working, withToken));
        assertThat(Rows.of(database)).isEqualTo(before);
        expectFirst();
        assertThat(admin.get(working.href()).send().expect(200).text()).isEqualTo("first");
        checkins.checkIn(working, withToken, new CheckinRequest("why", false, false, false));
        assertThat(writer.get(file).send().header("Revision-Id")).hasValue("V2");
    }

    @Test
    void ofACheckinInPlaceThereIsNothingEither() throws Exception {
        writer.request("CHECKOUT", file).send().expect(200);
        writer.put(file, "second").send().expect(204);
        List<Long> before = Rows.of(database);
        breakOff(() -> checkins.checkIn(path, NONE, new CheckinRequest(null, false, false, false)));
        breakOff(() -> checkins.cancel(path, NONE));
        assertThat(Rows.of(database)).isEqualTo(before);
        assertThat(writer.get(file).send().expect(200).text()).isEqualTo("second");
        writer.request("UNCHECKOUT", file).send().expect(200);
        expectFirst();
    }

    private void expectFirst() {
        var answer = writer.get(file).send().expect(200);
        assertThat(answer.text()).isEqualTo("first");
        assertThat(answer.header("Revision-Id")).hasValue("V1");
    }

    private static CheckoutRequest withLocks() {
        return new CheckoutRequest(
                false, false, "why", null, Optional.of(true), Optional.of(true), Optional.of(false), Optional.of(true));
    }

    /** The token of the lock that holds the working resource itself. */
    private static Preconditions submitting(Dav who, DavPath working) {
        String discovery = who.request("PROPFIND", working.href())
                .header("Depth", "0")
                .body("<propfind xmlns=\"DAV:\"><prop><lockdiscovery/></prop></propfind>")
                .send()
                .expect(207)
                .text();
        String lock = discovery.substring(discovery.indexOf("<D:locktype>"));
        String token = lock.substring(lock.indexOf("urn:uuid:"), lock.indexOf("</D:href>"));
        return new Preconditions(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(token),
                null);
    }

    private static void breakOff(Runnable request) {
        assertThatThrownBy(() -> BreakingLimit.during(request)).hasRootCauseInstanceOf(BreakingLimit.Broken.class);
    }
}
