package io.tidemark.configuration;

import io.tidemark.access.Roles;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.target.Configuration;
import io.tidemark.target.ConfigurationPath;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** SETDEFAULT at the configuration root: which workspace requests see that name no configuration (protocol, section 5.3). */
@ApplicationScoped
public class DefaultConfiguration {

    @Inject
    private Caller caller;

    @Inject
    private OwnOrigins origins;

    @EJB
    private ConfigurationService service;

    /** Whether it is chosen at a target. */
    public boolean isAt(Target target) {
        return target.path().samePlace(ConfigurationPath.ROOT);
    }

    /**
     * Chooses a workspace; without one, the built-in one again.
     *
     * @param href what the body names; empty when it cancels the choice
     * @throws DavException 403 for who is no administrator, 409 {@code no-such-configuration}, or for what is no workspace
     */
    public void choose(DavRequest request, Optional<String> href) {
        if (!caller.isIn(Roles.ADMIN)) {
            throw DavException.of(403, "The default configuration is for administrators to choose.");
        }
        UUID wanted = href.map(url -> named(url, request)).orElse(Configuration.FILES);
        service.setDefault(Preconditions.of(request), wanted);
    }

    private UUID named(String url, DavRequest request) {
        return origins.path(url, request.host())
                .filter(path -> path.segments().size() == 2)
                .flatMap(ConfigurationPath::configuration)
                .orElseThrow(() -> DavException.of(409, Conditions.NO_SUCH_CONFIGURATION));
    }
}
