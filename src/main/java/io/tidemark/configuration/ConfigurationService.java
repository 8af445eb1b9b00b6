package io.tidemark.configuration;

import io.tidemark.guard.Admission;
import io.tidemark.guard.Effect;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Write;
import io.tidemark.guard.WriteIntent;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.HoldRepository;
import io.tidemark.target.Configuration;
import io.tidemark.target.ConfigurationPath;
import io.tidemark.target.ConfigurationRepository;
import io.tidemark.target.FilesTarget;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/** What is done with whole configurations, each in one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ConfigurationService {

    @Inject
    private Admission admission;

    @Inject
    private ConfigurationRepository configurations;

    @Inject
    private HoldRepository holds;

    @Inject
    private Event<ConfigurationDeleted> deleted;

    /**
     * Deletes a configuration. The revisions that were made in it stay.
     *
     * @throws DavException 403 for the built-in one, 409 {@code configuration-in-use}, {@code held}; a protection's refusal
     */
    @Write
    public void delete(DavPath path, Preconditions preconditions) {
        // To delete a workspace is no change in it: the collections that it shows do not become its own.
        FilesTarget tree = admission.admit(preconditions, WriteIntent.read(path));
        tree.mapped();
        admission.protect(tree, Effect.REMOVE, preconditions.submittedTokens());
        UUID id = ConfigurationPath.configuration(path).orElseThrow(DavException::notFound);
        if (id.equals(Configuration.FILES)) {
            throw DavException.of(403, "The built-in workspace is the files.");
        }
        Configuration configuration = configurations.lock(id).orElseThrow(DavException::notFound);
        if (configurations.hasHeirs(id) || configurations.defaultConfiguration().equals(id)) {
            throw DavException.of(409, Conditions.CONFIGURATION_IN_USE);
        }
        if (holds.isAnythingHeldIn(id)) {
            throw DavException.of(409, Conditions.HELD);
        }
        deleted.fire(new ConfigurationDeleted(id));
        configurations.delete(configuration);
    }

    /**
     * Lets requests that name no configuration see another.
     *
     * @throws DavException 409 {@code no-such-configuration}, or for what is no workspace
     */
    @Write
    public void setDefault(Preconditions preconditions, UUID id) {
        admission.admit(preconditions, ConfigurationPath.ROOT, Set.of(), Set.of());
        Configuration wanted =
                configurations.lock(id).orElseThrow(() -> DavException.of(409, Conditions.NO_SUCH_CONFIGURATION));
        if (!wanted.isWorkspace()) {
            throw DavException.conflict("The default configuration is a workspace.");
        }
        configurations.setDefault(id);
    }
}
