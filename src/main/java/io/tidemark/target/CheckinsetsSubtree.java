package io.tidemark.target;

import jakarta.enterprise.context.ApplicationScoped;

/** {@code /checkinsets/}. */
@ApplicationScoped
public class CheckinsetsSubtree extends EmptySubtree {

    @Override
    public String name() {
        return "checkinsets";
    }
}
