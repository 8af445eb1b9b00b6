package io.tidemark.quota;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.sql.TransactionEnd;
import io.tidemark.kernel.sql.TransactionMemory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * How much more, or less, is in each quota by what the current transaction does. The quotas' rows are changed when all else is
 * done, at its commit at the latest, and in one order for all: so writers wait for one another briefly and in no circle.
 */
@ApplicationScoped
class QuotaLedger {

    @Inject
    private QuotaRepository quotas;

    @Inject
    private TransactionEnd end;

    @Inject
    private TransactionMemory memory;

    private record Known(List<UUID> collections, List<Quota> quotas) {}

    private record Entries(Map<UUID, Long> bytes) {}

    /** The quotas of collections, which nobody changes who would change what the transaction has to count. */
    List<Quota> of(List<UUID> collections) {
        Optional<Known> known = memory.find(Known.class);
        if (known.isPresent() && known.get().collections().equals(collections)) {
            return known.get().quotas();
        }
        List<Quota> found = quotas.of(collections);
        memory.put(Known.class, new Known(collections, found));
        return found;
    }

    /** Counts bytes in a quota, or takes them out of it again. */
    void add(UUID collection, long bytes) {
        memory.get(Entries.class, () -> {
                    end.run(this::settle);
                    return new Entries(new TreeMap<>());
                })
                .bytes()
                .merge(collection, bytes, Long::sum);
    }

    /**
     * Changes the quotas' rows by what has been added. Nobody else changes them until the commit.
     *
     * @throws DavException 507 when that is too much
     */
    void settle() {
        memory.find(Entries.class).map(Entries::bytes).ifPresent(entries -> {
            entries.forEach((collection, bytes) -> {
                if (bytes != 0 && !quotas.use(collection, bytes)) {
                    throw DavException.of(507, Conditions.QUOTA_NOT_EXCEEDED);
                }
            });
            entries.clear();
        });
    }
}
