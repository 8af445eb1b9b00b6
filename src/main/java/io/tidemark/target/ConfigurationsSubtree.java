package io.tidemark.target;

import jakarta.enterprise.context.ApplicationScoped;

/** {@code /configurations/}. */
@ApplicationScoped
public class ConfigurationsSubtree extends EmptySubtree {

    @Override
    public String name() {
        return "configurations";
    }
}
