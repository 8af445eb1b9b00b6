package io.tidemark.target;

import jakarta.enterprise.context.ApplicationScoped;

/** {@code /working/}. */
@ApplicationScoped
public class WorkingSubtree extends EmptySubtree {

    @Override
    public String name() {
        return "working";
    }
}
