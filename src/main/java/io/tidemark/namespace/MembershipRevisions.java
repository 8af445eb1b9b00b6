package io.tidemark.namespace;

import io.tidemark.kernel.sql.TransactionMemory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** The collections whose members the current transaction has changed, each with the time of the revision that it got for that. */
@ApplicationScoped
class MembershipRevisions {

    @Inject
    private TransactionMemory memory;

    private record Times(Map<UUID, Instant> byCollection) {}

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
