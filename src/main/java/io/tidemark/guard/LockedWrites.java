package io.tidemark.guard;

import io.tidemark.namespace.MembershipRevisions;
import io.tidemark.namespace.Parent;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.Sitting;
import io.tidemark.namespace.SittingRepository;
import io.tidemark.target.FilesTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tells what is written that it is written under a lock, where the writes of one lock make one revision (docs/retention.md). */
@ApplicationScoped
class LockedWrites {

    @Inject
    @Any
    private Instance<Protection> protections;

    @Inject
    private SittingRepository sittings;

    @Inject
    private MembershipRevisions memberships;

    /** Of a name at which something new is made, the lock under which that is done; if that makes a difference. */
    Optional<UUID> ofNew(FilesTarget target, List<String> tokens) {
        Parent parent = target.parent();
        return parent != null
                        && parent.versioning().enabled()
                        && parent.versioning().mode().joinsWrites()
                ? holds(target, tokens).stream().findFirst()
                : Optional.empty();
    }

    private List<UUID> holds(FilesTarget target, List<String> tokens) {
        return protections.stream()
                .flatMap(protection -> protection.holds(target, tokens).stream())
                .toList();
    }

    /** Notes under which lock the collection of a name gains or loses a member; if that makes a difference. */
    void collected(FilesTarget target, List<String> tokens) {
        Parent parent = target.parent();
        if (parent == null
                || !parent.versioning().makesRevisions()
                || !parent.versioning().mode().joinsWrites()) {
            return;
        }
        protections.stream()
                .flatMap(protection -> protection.holdsParent(target, tokens).stream())
                .findFirst()
                .ifPresent(lock -> memberships.under(parent.id(), lock));
    }

    /** A target that was admitted, as a request with these tokens sees it. */
    FilesTarget joined(FilesTarget target, Set<Effect> effects, List<String> tokens) {
        ResourceView resource = target.resource();
        if (resource == null
                || effects.isEmpty()
                || target.selection() != null
                || !resource.versioning().enabled()
                || !resource.versioning().mode().joinsWrites()) {
            return target;
        }
        List<UUID> holds = holds(target, tokens);
        if (holds.isEmpty()) {
            return target;
        }
        Sitting sitting = resource.sitting();
        boolean continued = sitting != null && holds.contains(sitting.lock());
        ResourceView held = resource.heldBy(sitting != null && continued ? sitting.lock() : holds.get(0));
        // What goes from its name is recorded by itself.
        boolean closed = effects.contains(Effect.REMOVE)
                || (continued && sittings.isShownAsItWas(resource.id(), resource.revision()));
        return target.select(closed ? held.closed() : held, null);
    }
}
