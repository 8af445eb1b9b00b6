package io.tidemark.configuration;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The configuration that {@code Configuration-Id} names on the current request; none unless one does. */
@RequestScoped
public class RequestedConfiguration {

    private @Nullable UUID configuration;

    /** The configuration in whose view the request is to be carried out. */
    public Optional<UUID> get() {
        return Optional.ofNullable(configuration);
    }

    /** Says what the request names. */
    public void set(UUID requested) {
        configuration = requested;
    }
}
