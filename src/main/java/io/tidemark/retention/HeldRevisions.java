package io.tidemark.retention;

import io.tidemark.namespace.HoldRepository;
import io.tidemark.namespace.RevisionHolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Keeps all revisions of what is held. DESTROY asks by itself, and has an answer of its own. */
@ApplicationScoped
public class HeldRevisions implements RevisionHolder {

    @Inject
    private HoldRepository holds;

    @Override
    public Set<Integer> held(UUID resource, Collection<Integer> numbers) {
        return holds.isHeld(resource) ? Set.copyOf(numbers) : Set.of();
    }

    @Override
    public boolean preventsDestruction(UUID resource) {
        return false;
    }
}
