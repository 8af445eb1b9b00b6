package io.tidemark.namespace;

import io.tidemark.kernel.sql.TransactionMemory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The collections whose members the current transaction changes, each with the time of the revision that it got for that, and
 * the lock under which that is done if the changes under one lock make one revision (docs/retention.md).
 */
@ApplicationScoped
public class MembershipRevisions {

    @Inject
    private TransactionMemory memory;

    private record Times(Map<UUID, Instant> byCollection) {}

    private record Holds(Map<UUID, UUID> byCollection) {}

    /**
     * Says that what becomes of a collection's members from now on is done under a lock. A request that only asks whether it
     * would be let through has no transaction, and changes none.
     */
    public void under(UUID collection, UUID lock) {
        if (memory.isThere()) {
            memory.get(Holds.class, () -> new Holds(new HashMap<>()))
                    .byCollection()
                    .put(collection, lock);
        }
    }

    /** The lock under which a collection's members are changed; null for none. */
    @Nullable
    UUID holdOf(UUID collection) {
        return memory.find(Holds.class)
                .map(holds -> holds.byCollection().get(collection))
                .orElse(null);
    }

    /** Says that a collection has a revision of a time already, which its members' changes go into. */
    void made(UUID collection, Instant at) {
        times().put(collection, at);
    }

    private Map<UUID, Instant> times() {
        return memory.get(Times.class, () -> new Times(new HashMap<>())).byCollection();
    }

    /** The time of the collection's revision, which is made when the first of its members changes. */
    Instant timeOf(UUID collection, Supplier<Instant> make) {
        Map<UUID, Instant> times = times();
        Instant known = times.get(collection);
        if (known != null) {
            return known;
        }
        Instant made = make.get();
        times.put(collection, made);
        return made;
    }
}
