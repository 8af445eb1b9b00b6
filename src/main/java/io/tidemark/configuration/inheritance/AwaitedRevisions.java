package io.tidemark.configuration.inheritance;

import io.tidemark.namespace.RevisionHolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Holds the revisions that somebody has yet to merge or to take over, and those that are on their way to such. */
@ApplicationScoped
public class AwaitedRevisions implements RevisionHolder {

    @Inject
    private ResolutionRepository items;

    @Inject
    private PendingRepository pending;

    @Override
    public Set<Integer> held(UUID resource, Collection<Integer> numbers) {
        Set<Integer> held = new HashSet<>();
        if (!numbers.isEmpty()) {
            held.addAll(items.awaited(resource, numbers));
            held.addAll(pending.awaited(resource));
        }
        return held;
    }

    @Override
    public boolean preventsDestruction(UUID resource) {
        return false;
    }
}
