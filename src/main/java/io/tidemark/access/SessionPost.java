package io.tidemark.access;

import io.tidemark.apppassword.AppPassword;
import io.tidemark.apppassword.AppPasswords.Made;
import io.tidemark.files.MethodHandler;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.PageAddress;
import io.tidemark.kernel.http.SessionCookie;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * POST to {@code /ui/session} signs a browser in (docs/protocol.md, The page). Who the caller is has been found out from the
 * body, before the container looked at the request; here it gets its cookie.
 */
@ApplicationScoped
public class SessionPost implements MethodHandler {

    private static final String NOT_PLAIN = "[^ -~]";
    private static final int MAX_NAME = 255;

    @EJB
    private AppPasswordService service;

    @Inject
    private Caller caller;

    /** Whether a path is that of the session. */
    static boolean isAt(DavPath path) {
        return path.href().equals(PageAddress.SESSION);
    }

    @Override
    public String method() {
        return HttpMethod.POST;
    }

    @Override
    public boolean answers(Target target) {
        return isAt(target.path());
    }

    /** Answers 201 with the cookie, and says where the session is in the list of app passwords. */
    @Override
    public Optional<Response> take(DavRequest request) {
        return isAt(request.path()) ? Optional.of(begin(request)) : Optional.empty();
    }

    private Response begin(DavRequest request) {
        DavPath list = DavPath.of(List.of(Principals.SUBTREE, Principals.APP_PASSWORDS, caller.name()), true);
        Made made = service.beginSession(list, Preconditions.NONE, name(request));
        AppPassword session = made.password();
        Duration life = Duration.between(session.created(), session.expires());
        return Response.status(201)
                .header("Location", list.child(session.selector(), false).href())
                .header("Set-Cookie", SessionCookie.begin(made.secret(), life, isUnderTls(request)))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** A browser says of the page's origin how it reaches it, also where TLS ends at a proxy that does not tell us. */
    private static boolean isUnderTls(DavRequest request) {
        String origin = request.header("Origin");
        return request.isUnderTls() || (origin != null && origin.startsWith("https://"));
    }

    private static String name(DavRequest request) {
        String agent =
                Optional.ofNullable(request.header("User-Agent")).orElse("").replaceAll(NOT_PLAIN, "");
        String name = agent.isBlank() ? "Browser" : "Browser: " + agent;
        return name.substring(0, Math.min(MAX_NAME, name.length()));
    }
}
