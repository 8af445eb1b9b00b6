package io.tidemark.access;

import io.tidemark.kernel.caller.Caller;
import io.tidemark.target.WorkingAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Working resources are for whoever made them, and for administrators, who end what was forgotten (protocol, section 6). */
@ApplicationScoped
public class OwnOrAdministrator implements WorkingAccess {

    @Inject
    private Caller caller;

    @Override
    public boolean may(String principal) {
        return caller.name().equals(principal) || caller.isIn(Roles.ADMIN);
    }

    @Override
    public @Nullable String whose() {
        return caller.isIn(Roles.ADMIN) ? null : caller.name();
    }
}
