package io.tidemark.version.checkout;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.Checkout;
import io.tidemark.namespace.CheckoutRepository;
import io.tidemark.report.IdentifiedHoldingsReport;
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
public class CheckoutsReport extends IdentifiedHoldingsReport<Checkout> {

    @Inject
    private CheckoutRepository checkouts;

    @Inject
    private CheckoutPlace places;

    @Override
    public QName name() {
        return Tidemark.CHECKOUTS;
    }

    @Override
    protected List<Checkout> page(@Nullable String principal, UUID after, int limit) {
        return checkouts.page(principal, after, limit);
    }

    @Override
    protected UUID id(Checkout checkout) {
        return checkout.workingId();
    }

    @Override
    protected void write(Checkout checkout, XmlWriter xml) {
        DavPath place = places.of(checkout.view());
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
