package io.tidemark.access;

import io.tidemark.target.WorkingAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;

/** Working resources are for whoever made them, and for administrators, who end what was forgotten (protocol, section 6). */
@ApplicationScoped
public class OwnOrAdministrator implements WorkingAccess {

    @Inject
    private Principal caller;

    @Inject
    private HttpServletRequest request;

    @Override
    public boolean may(String principal) {
        return caller.getName().equals(principal) || request.isUserInRole(Roles.ADMIN);
    }
}
