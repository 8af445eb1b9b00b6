package io.tidemark.signon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The OpenID provider, by the settings that wildfly-config/oidc.cli gives the container's own part, too. */
@ApplicationScoped
public class OidcSettings {

    @Inject
    @ConfigProperty(name = "tidemark.oidc.provider-url")
    private Optional<String> providerUrl;

    @Inject
    @ConfigProperty(name = "tidemark.oidc.client-id", defaultValue = "tidemark")
    private String clientId;

    @Inject
    @ConfigProperty(name = "tidemark.oidc.client-secret")
    private Optional<String> clientSecret;

    /** Whether users come from a provider. */
    boolean isUsed() {
        return providerUrl.isPresent();
    }

    /** The provider's URL, below which its own description is found; without a slash at its end. */
    String providerUrl() {
        return providerUrl.orElseThrow().replaceAll("/+$", "");
    }

    /** Tidemark's name at the provider. */
    String clientId() {
        return clientId;
    }

    /** Its secret there. */
    String clientSecret() {
        return clientSecret.orElse("");
    }
}
