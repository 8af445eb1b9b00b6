package io.tidemark.quota;

import io.tidemark.namespace.ContentGone;
import io.tidemark.namespace.ContentStored;
import io.tidemark.namespace.StorageCollections;
import io.tidemark.namespace.Unmapped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is stored in the quotas of all collections that it is stored through, and takes it out of them again when it
 * goes for ever; wherever it has been moved meanwhile.
 */
@ApplicationScoped
public class QuotaKeeper {

    @Inject
    private QuotaRepository quotas;

    @Inject
    private QuotaLedger ledger;

    @Inject
    private StorageCollections path;

    void stored(@Observes ContentStored stored) {
        Set<UUID> counting =
                ledger.of(path.collections()).stream().map(Quota::collection).collect(Collectors.toSet());
        if (stored.replaced()) {
            Set<UUID> before = giveBack(stored.resource(), stored.revision());
            // A revision's own URL leads through no collections: what is written there counts where it did.
            counting = path.collections().isEmpty() ? before : counting;
        }
        for (UUID collection : counting) {
            quotas.charge(stored.resource(), stored.revision(), collection, stored.bytes());
            ledger.add(collection, stored.bytes());
        }
    }

    void gone(@Observes ContentGone gone) {
        Integer revision = gone.revision();
        if (revision == null) {
            release(gone.resource(), quotas.charges(gone.resource(), null), null);
            quotas.end(gone.resource());
        } else {
            giveBack(gone.resource(), revision);
        }
    }

    /** A file without a history cannot come back when its last name goes. */
    void unmapped(@Observes Unmapped unmapped) {
        Map<UUID, Long> charges = quotas.charges(unmapped.resource(), null);
        if (!charges.isEmpty()) {
            if (quotas.isLost(unmapped.resource())) {
                release(unmapped.resource(), charges, null);
            }
        }
    }

    /** Lets a revision count no more, but a later one that has the content from it; says where it did. */
    private Set<UUID> giveBack(UUID resource, int revision) {
        Map<UUID, Long> charges = quotas.charges(resource, revision);
        OptionalInt successor = charges.isEmpty() ? OptionalInt.empty() : quotas.successor(resource, revision);
        if (successor.isPresent()) {
            quotas.handOver(resource, revision, successor.getAsInt());
        } else {
            release(resource, charges, revision);
        }
        return charges.keySet();
    }

    private void release(UUID resource, Map<UUID, Long> charges, @Nullable Integer revision) {
        if (!charges.isEmpty()) {
            quotas.release(resource, revision);
            charges.forEach((collection, bytes) -> ledger.add(collection, -bytes));
        }
    }
}
