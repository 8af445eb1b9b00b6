package io.tidemark.guard;

import io.tidemark.kernel.sql.TransactionMemory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * What the current transaction has found in its way. Most writes meet no lock, no quota and no list of rights: they learn
 * it with one statement, when they have passed the gate, and need not ask for each.
 */
@ApplicationScoped
public class Obstacles {

    /** So many resources are looked at with one statement; for more, everyone asks for himself. */
    private static final int MOST = 100;

    @Inject
    private WriteGate gate;

    @Inject
    private TransactionMemory memory;

    private record Seen(Set<UUID> resources, Set<Obstacle> met) {}

    /** Enters the {@link WriteGate}, and looks what is in the way at those resources that are shared. */
    void enter(Set<UUID> shared, Set<UUID> exclusive) {
        if (shared.isEmpty() || shared.size() > MOST) {
            gate.enter(shared, exclusive);
            return;
        }
        memory.put(
                Seen.class,
                new Seen(Set.copyOf(shared), gate.enter(shared, exclusive, ObstacleRepository.among(shared))));
    }

    /** Whether the transaction has seen that there are none of a kind; for those of resources, at all of these. */
    public boolean areNone(Obstacle kind, Collection<UUID> resources) {
        return memory.find(Seen.class)
                .filter(seen -> !seen.met().contains(kind) && seen.resources().containsAll(resources))
                .isPresent();
    }

    /** Says that the transaction itself puts something in the way. */
    public void put(Obstacle kind) {
        memory.find(Seen.class).ifPresent(seen -> seen.met().add(kind));
    }
}
