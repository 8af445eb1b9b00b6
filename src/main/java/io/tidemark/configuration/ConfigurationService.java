package io.tidemark.configuration;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;

/** What is done with whole configurations, each in one transaction. */
@Stateless
public class ConfigurationService {

    @Inject
    private ConfigurationRepository configurations;

    @Inject
    private Event<ConfigurationDeleted> deleted;

    /**
     * Deletes a configuration. The revisions that were made in it stay.
     *
     * @throws DavException 403 for the built-in one, 409 {@code configuration-in-use}
     */
    public void delete(UUID id) {
        if (id.equals(Configuration.FILES)) {
            throw DavException.of(403, "The built-in workspace is the files.");
        }
        Configuration configuration = configurations.lock(id).orElseThrow(DavException::notFound);
        if (configurations.hasHeirs(id) || configurations.defaultConfiguration().equals(id)) {
            throw DavException.of(409, Conditions.CONFIGURATION_IN_USE);
        }
        deleted.fire(new ConfigurationDeleted(id));
        configurations.delete(configuration);
    }

    /**
     * Lets requests that name no configuration see another.
     *
     * @throws DavException 409 {@code no-such-configuration}, or for what is no workspace
     */
    public void setDefault(UUID id) {
        Configuration wanted =
                configurations.lock(id).orElseThrow(() -> DavException.of(409, Conditions.NO_SUCH_CONFIGURATION));
        if (!wanted.isWorkspace()) {
            throw DavException.conflict("The default configuration is a workspace.");
        }
        configurations.setDefault(id);
    }
}
