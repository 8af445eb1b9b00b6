package io.tidemark.configuration;

import io.tidemark.access.Roles;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.namespace.BranchPosition;
import io.tidemark.namespace.OverrideRepository;
import io.tidemark.namespace.RevisionPruning;
import io.tidemark.namespace.ShownRevisionChanged;
import io.tidemark.target.Configuration;
import io.tidemark.target.ConfigurationPath;
import io.tidemark.target.ConfigurationRepository;
import io.tidemark.target.RevisionViewRepository;
import io.tidemark.target.Target;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code DAV:maxrevisions} of configurations: of what is made in them, the oldest revisions go (protocol, section 4.10). */
@ApplicationScoped
public class RevisionLimits {

    /** After those who inherit: what they have just left is needed no longer. */
    private static final int AFTER_INHERITANCE = 3_000;

    @Inject
    private ConfigurationRepository configurations;

    @Inject
    private ConfigurationFlags flags;

    @Inject
    private RevisionViewRepository resources;

    @Inject
    private OverrideRepository branches;

    @Inject
    private RevisionPruning pruning;

    @Inject
    private Caller caller;

    @Inject
    private HttpServletRequest servlet;

    /** How many revisions a configuration keeps of each file; null for all. */
    public @Nullable Integer most(Target configuration) {
        return ConfigurationPath.configuration(configuration.path())
                .flatMap(configurations::find)
                .map(Configuration::maxRevisions)
                .orElse(null);
    }

    /** Whether the current request is about a configuration. */
    public boolean isRequested() {
        return requested().isPresent();
    }

    private Optional<UUID> requested() {
        DavPath path = DavRequest.of(servlet).path();
        return path.segments().size() == 2 ? ConfigurationPath.configuration(path) : Optional.empty();
    }

    /**
     * Lets the caller through, who changes that of the configuration which the current request is about.
     *
     * @return what is to be done when all of the request has been let through
     * @throws DavException 403 {@code owner-or-administrator}, or for what makes no revisions
     */
    public Runnable keep(@Nullable Integer most) {
        Configuration configuration = requested().flatMap(configurations::find).orElseThrow(DavException::notFound);
        if (!configuration.isWorkspace()) {
            throw DavException.of(403, Conditions.CANNOT_MODIFY_PROTECTED_PROPERTY);
        }
        if (!caller.isIn(Roles.ADMIN) && !configuration.author().equals(caller.name())) {
            throw DavException.of(403, Conditions.OWNER_OR_ADMINISTRATOR);
        }
        return () -> configuration.keepRevisions(most);
    }

    /** A configuration shows another revision: if it is the newest of all, it may have been made there. */
    void moved(@Observes @Priority(AFTER_INHERITANCE) ShownRevisionChanged changed) {
        if (!flags.isAnyLimited()) {
            return;
        }
        UUID resource = changed.resource();
        if (changed.memberId() == null) {
            keep(Configuration.FILES, resource, BranchPosition.PRIMARY);
        } else {
            branches.ofNewest(resource, changed.number())
                    .ifPresent(
                            branch -> configuration(branch.id()).ifPresent(id -> keep(id, resource, branch.number())));
        }
    }

    private void keep(UUID configuration, UUID resource, int branch) {
        configurations.find(configuration).map(Configuration::maxRevisions).ifPresent(most -> {
            resources.locked(resource);
            pruning.afterRevision(resource, branch, most);
        });
    }

    /** A workspace's branches have its id. */
    private static Optional<UUID> configuration(String branch) {
        return ConfigurationPath.configuration(ConfigurationPath.ROOT.child(branch, true));
    }
}
