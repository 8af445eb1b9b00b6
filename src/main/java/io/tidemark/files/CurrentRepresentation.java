package io.tidemark.files;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.Prefer;
import io.tidemark.kernel.http.VersionHeaders;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * What a file is now, for who wanted to replace it on a condition that does not hold: who prefers it need not ask for it in a
 * second request (RFC 8144, section 3.2).
 */
@ApplicationScoped
public class CurrentRepresentation {

    @EJB
    private ReadService service;

    @Inject
    private FileAnswers answers;

    /** A 412 with the content; empty when the request is no PUT, does not prefer it, or has no file that its user may read. */
    public Optional<Response.ResponseBuilder> of(HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        if (!servlet.getMethod().equals("PUT") || !request.prefer().representation()) {
            return Optional.empty();
        }
        return read(request)
                .filter(read -> read.target().isFile() && read.target().resource() != null)
                .map(read -> answers.whole(Response.status(412), read, request, true)
                        .header("Content-Location", read.target().href())
                        .header("Preference-Applied", Prefer.REPRESENTATION)
                        .header("Vary", "Prefer"));
    }

    private Optional<Read> read(DavRequest request) {
        try {
            return Optional.of(service.read(request.path(), VersionHeaders.ofOne(request)));
        } catch (DavException nothing) {
            return Optional.empty();
        }
    }
}
