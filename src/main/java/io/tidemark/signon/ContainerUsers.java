package io.tidemark.signon;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;
import org.wildfly.security.auth.server.ServerAuthenticationContext;
import org.wildfly.security.authz.RoleMapper;
import org.wildfly.security.authz.Roles;

/** The users of the security domain that the deployment is in. The one class that speaks to Elytron. */
final class ContainerUsers {

    private ContainerUsers() {}

    /** Who the current thread works for. */
    static SecurityIdentity current() {
        return domain().getCurrentSecurityIdentity();
    }

    /** The roles that the realm has given a user, which are its groups. */
    static Set<String> groups(SecurityIdentity user) {
        Set<String> groups = new LinkedHashSet<>();
        user.getRoles().forEach(groups::add);
        return groups;
    }

    /**
     * A user that the realm knows, without a password.
     *
     * @throws IOException when the realm does not answer
     */
    static Optional<SecurityIdentity> find(String name) throws IOException {
        try (ServerAuthenticationContext context = domain().createNewAuthenticationContext()) {
            context.setAuthenticationName(name);
            if (!context.exists() || !context.authorize()) {
                context.fail();
                return Optional.empty();
            }
            context.succeed();
            return Optional.of(context.getAuthorizedIdentity());
        } catch (RealmUnavailableException e) {
            throw new IOException("The realm does not answer.", e);
        } catch (IllegalStateException | IllegalArgumentException e) {
            // A name that no realm takes.
            return Optional.empty();
        }
    }

    /** A user that was in these groups when it signed in last, for realms that cannot be asked. */
    static SecurityIdentity remembered(String name, Set<String> groups) {
        return domain().createAdHocIdentity(name).withDefaultRoleMapper(RoleMapper.constant(Roles.fromSet(groups)));
    }

    private static SecurityDomain domain() {
        return Objects.requireNonNull(SecurityDomain.getCurrent(), "The deployment is in no security domain.");
    }
}
