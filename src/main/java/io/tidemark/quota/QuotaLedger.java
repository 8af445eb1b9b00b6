package io.tidemark.quota;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.sql.TransactionEnd;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * How much more, or less, is in each quota by what the current transaction does. The quotas' rows are changed when all else is
 * done, at its commit at the latest, and in one order for all: so writers wait for one another briefly and in no circle.
 */
@TransactionScoped
class QuotaLedger implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Map<UUID, Long> entries = new TreeMap<>();
    private boolean registered;
    private List<UUID> asked = List.of();
    private transient List<Quota> known = List.of();

    @Inject
    private transient QuotaRepository quotas;

    @Inject
    private transient TransactionEnd end;

    /** The quotas of collections, which nobody changes who would change what the transaction has to count. */
    List<Quota> of(List<UUID> collections) {
        if (!collections.equals(asked)) {
            known = quotas.of(collections);
            asked = collections;
        }
        return known;
    }

    /** Counts bytes in a quota, or takes them out of it again. */
    void add(UUID collection, long bytes) {
        if (!registered) {
            end.run(this::settle);
            registered = true;
        }
        entries.merge(collection, bytes, Long::sum);
    }

    /**
     * Changes the quotas' rows by what has been added. Nobody else changes them until the commit.
     *
     * @throws DavException 507 when that is too much
     */
    void settle() {
        entries.forEach((collection, bytes) -> {
            if (bytes != 0 && !quotas.use(collection, bytes)) {
                throw DavException.of(507, Conditions.QUOTA_NOT_EXCEEDED);
            }
        });
        entries.clear();
    }
}
