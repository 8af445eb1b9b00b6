package io.tidemark.target;

import jakarta.enterprise.context.ApplicationScoped;

/** {@code /revisions/}. */
@ApplicationScoped
public class RevisionsSubtree extends EmptySubtree {

    @Override
    public String name() {
        return "revisions";
    }
}
