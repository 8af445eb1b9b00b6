package io.tidemark.access;

import io.tidemark.apppassword.AppPassword;
import io.tidemark.apppassword.CurrentAppPassword;
import io.tidemark.files.MethodHandler;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.SessionCookie;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** DELETE of {@code /ui/session} signs the browser out that sends it (docs/protocol.md, The page). */
@ApplicationScoped
public class SessionDelete implements MethodHandler {

    @EJB
    private AppPasswordService service;

    @Inject
    private CurrentAppPassword current;

    @Override
    public String method() {
        return HttpMethod.DELETE;
    }

    @Override
    public boolean answers(Target target) {
        return SessionPost.isAt(target.path());
    }

    /** Answers 204, and has the browser forget its cookie; 404 to who has come without one. */
    @Override
    public Optional<Response> take(DavRequest request) {
        return SessionPost.isAt(request.path()) ? Optional.of(end()) : Optional.empty();
    }

    private Response end() {
        AppPassword session = current.get().filter(AppPassword::session).orElseThrow(DavException::notFound);
        DavPath path = DavPath.of(
                List.of(Principals.SUBTREE, Principals.APP_PASSWORDS, session.principal(), session.selector()), false);
        service.revoke(path, Preconditions.NONE);
        Response.ResponseBuilder answer = Response.noContent();
        SessionCookie.end().forEach(cookie -> answer.header("Set-Cookie", cookie));
        return answer.build();
    }
}
