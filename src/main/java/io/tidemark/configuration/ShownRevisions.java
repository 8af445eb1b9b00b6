package io.tidemark.configuration;

import io.tidemark.namespace.RevisionHolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Holds the revisions that workspaces show of the past (protocol, section 4.10). Those of their own members are choices of
 * URLs like any, and held as such.
 */
@ApplicationScoped
public class ShownRevisions implements RevisionHolder {

    @Inject
    private LayerRepository layers;

    @Override
    public Set<Integer> held(UUID resource, Collection<Integer> numbers) {
        return numbers.isEmpty() ? Set.of() : layers.held(resource, numbers);
    }

    @Override
    public boolean preventsDestruction(UUID resource) {
        return layers.isShown(resource);
    }
}
