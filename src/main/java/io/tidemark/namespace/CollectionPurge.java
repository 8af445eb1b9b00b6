package io.tidemark.namespace;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Empties dead collections from below, without recursion: trees may be deep. */
@ApplicationScoped
public class CollectionPurge {

    /** Runs a short step of many: each in a transaction of its own, or all in the caller's. */
    @FunctionalInterface
    public interface Runner {

        /** Runs a step, and says what it says. */
        boolean run(BooleanSupplier step);
    }

    @EJB
    private PurgeService purge;

    /** Empties a dead collection. */
    public void empty(UUID root, Runner steps) {
        Deque<UUID> path = new ArrayDeque<>();
        path.push(root);
        while (!path.isEmpty()) {
            UUID collection = path.element();
            while (steps.run(() -> purge.empty(collection))) {
                // A batch at a time.
            }
            Optional<UUID> below = purge.memberCollection(collection);
            if (below.isPresent()) {
                path.push(below.get());
                continue;
            }
            path.pop();
            UUID above = path.peek();
            if (above != null) {
                steps.run(() -> purge.purgeMember(above, collection));
            }
        }
    }
}
