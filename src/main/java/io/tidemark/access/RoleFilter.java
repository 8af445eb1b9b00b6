package io.tidemark.access;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/** Lets a request through if its caller is in a role that may use its method (protocol, section 6). */
@Provider
public class RoleFilter implements ContainerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "PROPFIND", "REPORT");

    @Inject
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        boolean writes = request.isUserInRole(Roles.WRITER) || request.isUserInRole(Roles.ADMIN);
        boolean may = writes || (SAFE.contains(context.getMethod()) && request.isUserInRole(Roles.READER));
        if (!may) {
            context.abortWith(Response.status(403).build());
        }
    }
}
