package io.tidemark.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** The configurations that the caller may see. One that is hidden is for the caller as if it were not there. */
@ApplicationScoped
public class SeenConfigurations {

    @Inject
    private ConfigurationRepository configurations;

    @Inject
    private Visibility visibility;

    /** A configuration; empty when there is none that the caller may see. */
    public Optional<Configuration> find(UUID id) {
        return configurations.find(id).filter(found -> show(id));
    }

    /** Whether a configuration shows to the caller, or is not there any more: then nobody hides it. */
    public boolean showOrAreGone(UUID id) {
        return configurations.find(id).isEmpty() || show(id);
    }

    /** Whether a configuration that is there shows to the caller. */
    public boolean show(UUID id) {
        return visibility.shows(id);
    }
}
