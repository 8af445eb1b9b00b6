package io.tidemark.target;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The configuration that {@code Configuration-Id} names on the current request; none unless one does. */
@RequestScoped
public class RequestedConfiguration {

    private @Nullable UUID configuration;

    private boolean known;

    /** The configuration in whose view the request is to be carried out. */
    public Optional<UUID> get() {
        return Optional.ofNullable(configuration);
    }

    /** Whether it is there. */
    boolean isKnown() {
        return known;
    }

    /**
     * Says what the request names.
     *
     * @param found whether it is there; else whoever finds nothing in it has to ask
     */
    public void set(UUID requested, boolean found) {
        configuration = requested;
        known = found;
    }
}
