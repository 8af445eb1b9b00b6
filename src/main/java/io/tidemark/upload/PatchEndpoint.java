package io.tidemark.upload;

import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.target.DavMethod;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** PATCH (RFC 5789) adds to a resumable upload (draft-ietf-httpbis-resumable-upload, "Upload Append"), and nothing else. */
@Path("{path: .*}")
@ApplicationScoped
public class PatchEndpoint implements DavMethod {

    @EJB
    private UploadService service;

    @Inject
    private Targets targets;

    @Inject
    private Appending appending;

    @Inject
    private Finish finish;

    @Override
    public boolean answers(Target target) {
        return target instanceof UploadTarget upload && !upload.isCollection();
    }

    /** Answers 204, or, when the last bytes have come, what the PUT does that the upload is. */
    @PATCH
    public Response patch(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        Target target = targets.of(request.path());
        if (!answers(target)) {
            throw target.isMapped() ? DavException.methodNotAllowed() : DavException.notFound();
        }
        if (!isPartial(request.header("Content-Type")) || request.header("Content-Encoding") != null) {
            return Response.status(415)
                    .header("Accept-Patch", UploadFields.PARTIAL)
                    .build();
        }
        Append append = Append.of(request);
        Upload upload = appending.append(service.resume(request.path(), Preconditions.of(request), append), request);
        if (!append.complete()) {
            return appending.describe(Response.noContent(), upload).build();
        }
        Long length = upload.length();
        if (length != null && !Objects.equals(length, upload.staged())) {
            throw UploadRefusal.inconsistentLength(upload.staged());
        }
        CompleteFilter.hasCome(servlet);
        return finish.finish(upload, SavedRequest.restore(servlet, upload.target(), upload.headers()))
                .header(UploadFields.OFFSET, upload.staged())
                .build();
    }

    /** Clients of the draft's first versions say no type. */
    private static boolean isPartial(@Nullable String type) {
        return type == null
                || type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(UploadFields.PARTIAL);
    }
}
