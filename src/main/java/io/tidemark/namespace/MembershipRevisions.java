package io.tidemark.namespace;

import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** The collections whose members the current transaction has changed, each with the time of the revision that it got for that. */
@TransactionScoped
class MembershipRevisions implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Map<UUID, Instant> times = new HashMap<>();

    /** The time of the collection's revision, which is made when the first of its members changes. */
    Instant timeOf(UUID collection, Supplier<Instant> make) {
        Instant known = times.get(collection);
        if (known != null) {
            return known;
        }
        Instant made = make.get();
        times.put(collection, made);
        return made;
    }
}
