package io.tidemark.property;

import io.tidemark.guard.Guard;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.Depth;
import io.tidemark.kernel.http.MultistatusResponse;
import io.tidemark.kernel.http.Prefer;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.http.ShowDeleted;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.kernel.http.method.PROPFIND;
import io.tidemark.kernel.xml.Spelling;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlReader;
import io.tidemark.target.DavMethod;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * PROPFIND (RFC 4918, section 9.1): properties of a resource, of its members, or of everything below it; or a report, as
 * the versioning draft asks for it.
 */
@Path("{path: .*}")
@ApplicationScoped
public class PropfindEndpoint implements DavMethod {

    @Inject
    private XmlReader xml;

    @Inject
    private Guard guard;

    @EJB
    private Listing listing;

    @Inject
    private Properties properties;

    @Inject
    private PropfindReports reports;

    @Inject
    private EveryView everyView;

    @Override
    public boolean answers(Target target) {
        return target.isMapped();
    }

    /** Answers 207 with a response for each resource, written as they are read; or what the report answers. */
    @PROPFIND
    public Response propfind(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        Optional<XmlElement> body = xml.readOptional(request.body());
        Optional<XmlElement> report = body.flatMap(reports::find);
        if (report.isPresent()) {
            return report(report.get(), request);
        }
        return EveryView.isAskedBy(request) ? everyView(body, request) : properties(body, request);
    }

    private Response everyView(Optional<XmlElement> body, DavRequest request) {
        if (!VersionHeaders.of(request).isNone()) {
            throw DavException.badRequest("Each configuration shows a revision of its own.");
        }
        Prefer prefer = request.prefer();
        PropertyAnswer answer = properties.answer(PropertyRequest.parse(body), prefer.minimal());
        Response.ResponseBuilder response = MultistatusResponse.of(everyView.answer(request, answer));
        return response.header("Preference-Applied", prefer.isNone() ? null : prefer.applied())
                .build();
    }

    private Response report(XmlElement report, DavRequest request) {
        if (request.depth(Depth.ZERO) != Depth.ZERO) {
            throw DavException.badRequest("A report is about one resource: its Depth is 0.");
        }
        Target target = listing.find(request.path(), VersionHeaders.ofOne(request));
        guard.check(Preconditions.of(request), target);
        return reports.answer(report, target, request);
    }

    private Response properties(Optional<XmlElement> body, DavRequest request) {
        Depth depth = request.depth(Depth.INFINITY);
        Prefer prefer = request.prefer();
        PropertyRequest asked = PropertyRequest.parse(body);
        Optional<ShowDeleted> deleted = ShowDeleted.parse(request.header(ShowDeleted.HEADER));
        VersionHeaders revision = VersionHeaders.of(request);
        Target target = listing.find(request.path(), revision);
        if (deleted.isPresent() && !isCollectionOfNow(target)) {
            throw DavException.badRequest("Show-Deleted is for a collection as it is now.");
        }
        guard.check(Preconditions.of(request), target);
        if (depth == Depth.INFINITY && !revision.all()) {
            listing.checkInfinite(target);
        }
        PropertyAnswer answer = properties.answer(asked, prefer.minimal());
        ShowDeleted showDeleted = deleted.orElse(ShowDeleted.NO);
        Response.ResponseBuilder response = MultistatusResponse.of(
                revision.all()
                        ? properties.revisions(target, answer)
                        : new Traversal(target, depth, prefer.depthNoroot(), showDeleted, answer, listing, properties));
        if (!prefer.isNone()) {
            response.header("Preference-Applied", prefer.applied());
        }
        if (target.isCollection() && !request.path().slash()) {
            response.header("Content-Location", Spelling.asked(target.href()));
        }
        if (target.resource() != null && !revision.all()) {
            response.header(
                    RevisionId.HEADER, RevisionId.header(target.resource().shownRevision()));
        }
        return response.build();
    }

    private static boolean isCollectionOfNow(Target target) {
        return target.isCollection() && target.selection() == null;
    }
}
