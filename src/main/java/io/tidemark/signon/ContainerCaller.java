package io.tidemark.signon;

import io.tidemark.kernel.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** The caller as the container knows it, in endpoints and in session beans alike. */
@ApplicationScoped
public class ContainerCaller implements Caller {

    @Inject
    private RoleMapping roles;

    @Override
    public String name() {
        return ContainerUsers.current().getPrincipal().getName();
    }

    @Override
    public Set<String> groups() {
        return ContainerUsers.groups(ContainerUsers.current());
    }

    @Override
    public boolean isIn(String role) {
        return roles.gives(role, groups());
    }
}
