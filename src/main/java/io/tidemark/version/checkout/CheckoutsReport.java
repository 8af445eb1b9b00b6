package io.tidemark.version.checkout;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.memory.Identity;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.Checkout;
import io.tidemark.namespace.CheckoutRepository;
import io.tidemark.report.HoldingsReport;
import io.tidemark.target.WorkingSubtree;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** {@code T:checkouts}: who works on what, and since when (docs/protocol.md, Who holds what). */
@ApplicationScoped
public class CheckoutsReport extends HoldingsReport<Checkout> {

    @Inject
    private CheckoutRepository checkouts;

    @Inject
    private CheckoutPlace places;

    @Override
    public QName name() {
        return Tidemark.CHECKOUTS;
    }

    @Override
    protected List<Checkout> page(@Nullable String principal, @Nullable String after, int limit) {
        return checkouts.page(principal, after == null ? CheckoutRepository.FIRST : UUID.fromString(after), limit);
    }

    @Override
    protected String cursor(Checkout checkout) {
        return checkout.workingId().toString();
    }

    @Override
    protected boolean isCursor(String text) {
        return Identity.parse(text).isPresent();
    }

    @Override
    protected void write(Checkout checkout, XmlWriter xml) {
        DavPath place = places.of(checkout);
        DavPath working = checkout.isInPlace() ? place : WorkingSubtree.path(checkout.workingId());
        xml.start(Tidemark.CHECKOUT);
        xml.href(place.href());
        xml.element(Tidemark.USER, checkout.principal());
        if (checkout.comment() != null) {
            xml.element(VersioningDraft.COMMENT, checkout.comment());
        }
        xml.element(
                Tidemark.CREATED,
                checkout.createdAt().truncatedTo(ChronoUnit.SECONDS).toString());
        xml.element(VersioningDraft.REVISIONID, RevisionId.of(checkout.line().tip()));
        xml.start(VersioningDraft.WORKINGCOPY).href(working.href()).end();
        xml.end();
    }
}
