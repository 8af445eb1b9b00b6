package io.tidemark.apppassword;

import io.tidemark.kernel.http.CredentialScope;
import io.tidemark.kernel.http.DavPath;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The app password that the current request was sent with, if it was, and how far it reaches. */
@ApplicationScoped
public class CurrentAppPassword implements CredentialScope {

    private static final String ATTRIBUTE = CurrentAppPassword.class.getName();

    @Inject
    private HttpServletRequest request;

    /** Notes on a request which app password it was sent with. */
    public static void set(ServletRequest request, AppPassword password) {
        request.setAttribute(ATTRIBUTE, password);
    }

    /** It; empty when the request was sent with the user's own password or token. */
    public Optional<AppPassword> get() {
        return of(request);
    }

    /** The app password that a request was sent with, if it was. */
    public static Optional<AppPassword> of(ServletRequest request) {
        return Optional.ofNullable((AppPassword) request.getAttribute(ATTRIBUTE));
    }

    @Override
    public boolean includes(DavPath path) {
        return get().map(AppPassword::path).map(path::isWithin).orElse(true);
    }
}
