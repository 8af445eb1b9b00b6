package io.tidemark.target;

import jakarta.enterprise.context.ApplicationScoped;

/** {@code /maps/}. */
@ApplicationScoped
public class MapsSubtree extends EmptySubtree {

    @Override
    public String name() {
        return "maps";
    }
}
