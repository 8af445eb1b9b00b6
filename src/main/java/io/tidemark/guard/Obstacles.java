package io.tidemark.guard;

import io.tidemark.kernel.sql.TransactionMemory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
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

    /** What the transaction has for itself. */
    private record Alone(Set<UUID> collections) {}

    private record Seen(Set<UUID> resources, Set<Obstacle> met) {}

    /**
     * Enters the {@link WriteGate} with collections that a write will most likely lead through, and looks what is in the way
     * there, together with the transaction's next query, which finds out.
     */
    void expect(Set<UUID> likely) {
        if (likely.size() <= MOST) {
            gate.expect(likely, ObstacleRepository.among(likely), met -> see(likely, met));
        }
    }

    /** Enters the {@link WriteGate}, and looks what is in the way at those resources that are shared. */
    void enter(Set<UUID> shared, Set<UUID> exclusive) {
        memory.get(Alone.class, () -> new Alone(new HashSet<>())).collections().addAll(exclusive);
        Set<UUID> further = new HashSet<>(shared);
        memory.find(Seen.class).ifPresent(seen -> further.removeAll(seen.resources()));
        if (further.isEmpty() && exclusive.isEmpty()) {
            return;
        }
        if (further.isEmpty() || further.size() > MOST) {
            gate.enter(further, exclusive);
            return;
        }
        see(further, gate.enter(further, exclusive, ObstacleRepository.among(further)));
    }

    /** Looks what is in the way at resources at whose gates the transaction need not wait. */
    void look(Set<UUID> resources) {
        Set<UUID> further = new HashSet<>(resources);
        memory.find(Seen.class).ifPresent(seen -> further.removeAll(seen.resources()));
        if (!further.isEmpty() && further.size() <= MOST) {
            see(further, gate.enter(Set.of(), Set.of(), ObstacleRepository.among(further)));
        }
    }

    /** Whether the transaction has one of some collections for itself: nobody else writes through it. */
    boolean isAlone(Collection<UUID> collections) {
        return memory.find(Alone.class)
                .filter(alone -> !Collections.disjoint(alone.collections(), collections))
                .isPresent();
    }

    private void see(Set<UUID> resources, Set<Obstacle> met) {
        Seen seen = memory.get(Seen.class, () -> new Seen(new HashSet<>(), EnumSet.noneOf(Obstacle.class)));
        seen.resources().addAll(resources);
        seen.met().addAll(met);
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
