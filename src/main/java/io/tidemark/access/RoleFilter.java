package io.tidemark.access;

import io.tidemark.apppassword.AppPassword;
import io.tidemark.apppassword.CurrentAppPassword;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.SafeMethods;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Lets a request through if its caller is in a role that may use its method (protocol, section 6), and if the app password
 * that it came with, if it did, is good for the method and for the path.
 */
@Provider
public class RoleFilter implements ContainerRequestFilter {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Caller caller;

    @Inject
    private CurrentAppPassword current;

    @Override
    public void filter(ContainerRequestContext context) {
        boolean safe = SafeMethods.includes(context.getMethod());
        boolean writes = caller.isIn(Roles.WRITER) || caller.isIn(Roles.ADMIN);
        boolean reads = writes || caller.isIn(Roles.READER);
        if (!reads) {
            context.abortWith(Response.status(403).build());
            return;
        }
        DavPath path = DavRequest.of(request).path();
        if (!safe && current.get().map(AppPassword::readOnly).orElse(false)) {
            throw DavException.of(403, Conditions.APP_PASSWORD_READ_ONLY);
        }
        current.require(path);
        // App passwords are the caller's own affair: readers make and revoke them, and sign in with a browser, too.
        boolean own = AppPasswordTree.holds(path) || SessionPost.isAt(path);
        if (!writes && !safe && !own) {
            context.abortWith(Response.status(403).build());
        }
    }
}
