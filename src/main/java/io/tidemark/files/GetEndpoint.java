package io.tidemark.files;

import io.tidemark.guard.Guard;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.Accept;
import io.tidemark.kernel.http.ByteRanges;
import io.tidemark.kernel.http.ByteRanges.Slice;
import io.tidemark.kernel.http.ContentType;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.EntityTags;
import io.tidemark.kernel.http.HttpDate;
import io.tidemark.kernel.http.PageAddress;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.http.UnknownLength;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.kernel.xml.Spelling;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.DavMethod;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** GET and HEAD (RFC 7231, RFC 7233): a file's content, whole or in parts; a collection's members, for people. */
@Path("{path: .*}")
@ApplicationScoped
public class GetEndpoint implements DavMethod {

    @EJB
    private ReadService service;

    @Inject
    private Guard guard;

    @Inject
    private ServedType types;

    @Inject
    private FileAnswers answers;

    @Inject
    private MethodHandlers handlers;

    @Any
    @Inject
    private Instance<CollectionForm> forms;

    @Override
    public boolean answers(Target target) {
        return target.isMapped();
    }

    /** Answers 200, 206, 304 or 416. */
    @GET
    public Response get(@Context HttpServletRequest servlet) {
        return answer(DavRequest.of(servlet), true);
    }

    /** Answers what GET would, without the body: nothing of it is read. */
    @HEAD
    public Response head(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        return handlers.take(HttpMethod.HEAD, request).orElseGet(() -> answer(request, false));
    }

    private Response answer(DavRequest request, boolean withBody) {
        Read read = service.read(request.path(), VersionHeaders.ofOne(request));
        Target target = read.target();
        boolean notModified = guard.evaluate(Preconditions.of(request), target) == Guard.Verdict.NOT_MODIFIED;
        if (!target.isFile() || target.resource() == null) {
            return notModified
                    ? Response.notModified()
                            .header(FileAnswers.CACHING, FileAnswers.CHANGING)
                            .build()
                    : listing(target, request, withBody);
        }
        ResourceView file = target.resource();
        if (notModified) {
            return FileAnswers.describe(Response.notModified(), target, file).build();
        }
        Optional<List<Slice>> slices = rangeApplies(request, file)
                ? ByteRanges.parse(request.header("Range"), file.length())
                : Optional.empty();
        if (slices.isEmpty()) {
            return answers.whole(Response.ok(), read, request, withBody).build();
        }
        return partial(read, file, slices.get(), request, withBody);
    }

    private Response partial(Read read, ResourceView file, List<Slice> slices, DavRequest request, boolean withBody) {
        if (slices.isEmpty()) {
            return Response.status(416)
                    .header("Content-Range", "bytes */" + file.length())
                    .build();
        }
        Response.ResponseBuilder response = FileAnswers.described(Response.status(206), read.target(), file, request);
        String type = types.of(file, read.body());
        if (slices.size() == 1) {
            Slice slice = slices.get(0);
            return ContentType.setStored(response, type)
                    .header("Content-Range", slice.contentRange(file.length()))
                    .header("Content-Length", slice.length())
                    .entity(withBody ? slice(read, file, slice) : null)
                    .build();
        }
        MultipartRanges parts = new MultipartRanges(slices, type, file.length());
        return ContentType.set(response, parts.type())
                .header("Content-Length", parts.length())
                .entity(withBody ? parts.output(slice -> slice(read, file, slice)) : null)
                .build();
    }

    private BodySlice slice(Read read, ResourceView file, Slice slice) {
        return read.body() != null ? BodySlice.of(read.body(), slice) : BodySlice.of(service.open(file.body()), slice);
    }

    private Response listing(Target target, DavRequest request, boolean withBody) {
        if (target.isCollection() && PageAddress.isAsked(request.query())) {
            return Response.status(303)
                    .header("Location", PageAddress.of(request.path()))
                    .build();
        }
        Accept wanted = Accept.parse(request.header("Accept"));
        Response.ResponseBuilder response = forms.stream()
                .filter(form -> target.isCollection())
                .flatMap(form -> form.of(target, wanted, withBody).stream())
                .findFirst()
                .orElseGet(() -> page(target, withBody));
        if (target.isCollection() && !request.path().slash()) {
            response.header("Content-Location", Spelling.asked(target.href()));
        }
        if (target.resource() != null) {
            response.header(
                    RevisionId.HEADER, RevisionId.header(target.resource().shownRevision()));
        }
        if (!withBody) {
            UnknownLength.set();
        }
        return response.header(FileAnswers.CACHING, FileAnswers.CHANGING).build();
    }

    private Response.ResponseBuilder page(Target target, boolean withBody) {
        return ContentType.set(Response.ok(), "text/html; charset=utf-8")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .header("Vary", "Accept")
                .entity(withBody ? new HtmlListing(target, service) : null);
    }

    /** {@code If-Range}: a range of what the client has, or the whole of what it has not (RFC 7233, section 3.2). */
    private static boolean rangeApplies(DavRequest request, ResourceView file) {
        String ifRange = request.header("If-Range");
        if (ifRange == null) {
            return true;
        }
        if (ifRange.contains("\"")) {
            return EntityTags.parse(ifRange)
                    .orElseThrow(() -> DavException.badRequest("If-Range is malformed."))
                    .matchStrongly(file.body().entityTag());
        }
        Instant modified = file.modifiedAt().truncatedTo(ChronoUnit.SECONDS);
        return HttpDate.parse(ifRange).map(modified::equals).orElse(false);
    }
}
