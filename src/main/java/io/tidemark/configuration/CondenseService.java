package io.tidemark.configuration;

import io.tidemark.access.Roles;
import io.tidemark.configuration.CondenseRequest.Wanted;
import io.tidemark.guard.Admission;
import io.tidemark.guard.Effect;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Write;
import io.tidemark.guard.WriteIntent;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.BranchPosition;
import io.tidemark.namespace.OverrideRepository;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.RevisionPruning;
import io.tidemark.target.Configuration;
import io.tidemark.target.ConfigurationPath;
import io.tidemark.target.ConfigurationRepository;
import io.tidemark.target.FilesSubtree;
import io.tidemark.target.FilesTarget;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Condenses what has been made in a workspace, all of it in one transaction (protocol, section 4.10). */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CondenseService {

    @Inject
    private ConfigurationRepository configurations;

    @Inject
    private Admission admission;

    @Inject
    private OverrideRepository branches;

    @Inject
    private RevisionPruning pruning;

    @Inject
    private Caller caller;

    /**
     * Keeps so many of the revisions of each resource that were made in the workspace, besides those that something needs.
     *
     * @throws DavException 403 for a dynamic configuration or a collection; 409 {@code not-in-configuration} or {@code
     *     not-versioned}; 403 {@code owner-or-administrator}; a protection's refusal
     */
    @Write
    public void condense(DavPath path, Preconditions preconditions, CondenseRequest wanted) {
        UUID id = ConfigurationPath.configuration(path).orElseThrow(DavException::notFound);
        List<WriteIntent> intents = new ArrayList<>(List.of(WriteIntent.read(path)));
        wanted.resources().forEach(resource -> intents.add(WriteIntent.read(in(id, resource))));
        List<FilesTarget> targets = admission.admit(preconditions, Set.of(), intents);
        targets.get(0).mapped();
        if (!configurations.find(id).orElseThrow(DavException::notFound).isWorkspace()) {
            throw DavException.of(403, Conditions.READ_ONLY_CONFIGURATION);
        }
        List<FilesTarget> named = targets.subList(1, targets.size());
        // Nothing is made the workspace's own by this: its branch is there, or there is nothing to condense.
        named.forEach(target -> {
            admission.protect(target, Effect.MODIFY, preconditions.submittedTokens());
            check(target);
        });
        for (int i = 0; i < named.size(); i++) {
            UUID resource = named.get(i).mapped().id();
            int keep = wanted.resources().get(i).keep();
            branch(id, resource).ifPresent(branch -> pruning.condense(resource, branch, keep));
        }
    }

    private static DavPath in(UUID configuration, Wanted wanted) {
        DavPath path = wanted.path();
        boolean elsewhere = path.isRoot()
                || !(path.subtree().equals(FilesSubtree.NAME)
                        || ConfigurationPath.configuration(path)
                                .filter(configuration::equals)
                                .isPresent());
        if (elsewhere) {
            throw DavException.of(409, Conditions.NOT_IN_CONFIGURATION);
        }
        return ConfigurationPath.in(configuration, path);
    }

    private void check(FilesTarget target) {
        if (!target.isMapped()) {
            throw DavException.of(409, Conditions.NOT_IN_CONFIGURATION);
        }
        ResourceView resource = target.versioned();
        if (resource.collection()) {
            throw DavException.of(403, "A collection is not condensed, but what is in it.");
        }
        if (!caller.isIn(Roles.ADMIN) && !resource.owner().equals(caller.name())) {
            throw DavException.of(403, Conditions.OWNER_OR_ADMINISTRATOR);
        }
    }

    /** The branch of what is made in a workspace: in the files, it is the primary one. */
    private Optional<Integer> branch(UUID configuration, UUID resource) {
        return configuration.equals(Configuration.FILES)
                ? Optional.of(BranchPosition.PRIMARY)
                : branches.branch(resource, configuration.toString());
    }
}
