package io.tidemark.signon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Where a browser is to go so that its user signs in at the OpenID provider itself, if users come from one. */
@ApplicationScoped
public class ProviderPage {

    private static final Logger LOG = Logger.getLogger(ProviderPage.class);

    @Inject
    private OidcSettings settings;

    @Inject
    private OpenIdProvider provider;

    /**
     * The provider's own pages.
     *
     * @param signIn where it asks who somebody is, and sends the browser back with a code; empty when it cannot be reached
     * @param signOut where it forgets that; empty when it has no such page
     * @param client Tidemark's name there
     */
    public record Addresses(String signIn, String signOut, String client) {}

    /** They; empty where users do not come from a provider. */
    public Optional<Addresses> addresses() {
        if (!settings.isUsed()) {
            return Optional.empty();
        }
        try {
            JsonObject description = provider.description();
            return Optional.of(new Addresses(
                    description.getString("authorization_endpoint", ""),
                    description.getString("end_session_endpoint", ""),
                    settings.clientId()));
        } catch (IOException e) {
            LOG.warnf("Nobody can sign in at the page: %s", e.getMessage());
            return Optional.of(new Addresses("", "", settings.clientId()));
        }
    }
}
