package io.tidemark.version.checkout;

import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.MultistatusResponse;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.memory.Pages;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.BranchPosition;
import io.tidemark.namespace.Checkout;
import io.tidemark.namespace.CheckoutRepository;
import io.tidemark.report.Report;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Selection;
import io.tidemark.target.Target;
import io.tidemark.target.WorkingSubtree;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Predicate;
import javax.xml.namespace.QName;

/**
 * {@code DAV:activecheckouts}: who has checked a resource out (protocol, section 4.8); of a revision or a branch that is
 * named, who has checked that out. Of a collection, who has checked out what is below it.
 */
@ApplicationScoped
public class ActivecheckoutsReport implements Report {

    private static final int PAGE = 200;

    @Inject
    private CheckoutRepository checkouts;

    @Inject
    private CheckoutsBelow below;

    @Override
    public QName name() {
        return VersioningDraft.ACTIVECHECKOUTS;
    }

    @Override
    public boolean isInPropfind() {
        return true;
    }

    @Override
    public boolean isSupportedOn(Target target) {
        return target.isMapped() && (target.isCollection() ? target.isAtName() : target.isVersioned());
    }

    /** Answers 207 with one response for each resource, written as the checkouts are read. */
    @Override
    public Response answer(Target target, XmlElement body, DavRequest request) {
        FilesTarget resource = (FilesTarget) target;
        if (resource.isCollection()) {
            return MultistatusResponse.of(multistatus -> below.find(
                            resource,
                            (found, held) -> multistatus.response(
                                    found.href(),
                                    () -> multistatus.propstat(
                                            200, xml -> held.forEach(checkout -> write(checkout, found.href(), xml))))))
                    .build();
        }
        return MultistatusResponse.of(multistatus -> multistatus.response(
                        resource.href(), () -> multistatus.propstat(200, xml -> write(resource, xml))))
                .build();
    }

    private void write(FilesTarget target, XmlWriter xml) {
        UUID resource = target.mapped().id();
        Predicate<Checkout> meant = meant(target);
        Pages.<Checkout>of(
                        PAGE,
                        last -> checkouts.list(
                                resource, last == null ? CheckoutRepository.FIRST : last.workingId(), PAGE))
                .forEach(page -> page.stream().filter(meant).forEach(checkout -> write(checkout, target.href(), xml)));
    }

    private static Predicate<Checkout> meant(FilesTarget target) {
        Selection selection = target.selection();
        if (selection == null) {
            return checkout -> true;
        }
        BranchPosition branch = selection.position();
        return branch == null
                ? checkout -> checkout.line().tip() == target.mapped().revision()
                : checkout -> checkout.line().branch() == branch.branch();
    }

    private static void write(Checkout checkout, String href, XmlWriter xml) {
        xml.start(VersioningDraft.CHECKOUT);
        if (checkout.ownerXml() == null) {
            xml.element(Rfc4918.OWNER, checkout.principal());
        } else {
            xml.raw(checkout.ownerXml());
        }
        if (checkout.comment() != null) {
            xml.element(VersioningDraft.COMMENT, checkout.comment());
        }
        xml.element(VersioningDraft.REVISIONID, RevisionId.of(checkout.line().tip()));
        xml.href(href);
        String working = checkout.isInPlace()
                ? href
                : WorkingSubtree.path(checkout.workingId()).href();
        xml.start(VersioningDraft.WORKINGCOPY).href(working).end();
        xml.end();
    }
}
