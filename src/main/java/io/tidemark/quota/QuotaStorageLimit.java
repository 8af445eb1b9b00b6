package io.tidemark.quota;

import io.tidemark.guard.StorageLimit;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.PathRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Quotas and the disk as limits. */
@ApplicationScoped
public class QuotaStorageLimit implements StorageLimit {

    @Inject
    private QuotaRepository quotas;

    @Inject
    private PathRepository paths;

    @Inject
    private QuotaLedger ledger;

    @Inject
    private StoreUsage store;

    @Override
    public void preview(FilesTarget target, long bytes) {
        Map<UUID, Long> replaced = replaced(target);
        for (Quota quota : quotas.of(paths.through(target))) {
            if (bytes - replaced.getOrDefault(quota.collection(), 0L) > quota.available()) {
                throw DavException.of(507, Conditions.QUOTA_NOT_EXCEEDED);
            }
        }
        if (bytes > store.availableBytes()) {
            throw DavException.of(507, Conditions.SUFFICIENT_DISK_SPACE);
        }
    }

    @Override
    public void hold(UUID holder, FilesTarget target, long bytes) {
        for (Quota quota : ledger.of(paths.through(target))) {
            quotas.hold(holder, quota.collection(), bytes);
            ledger.add(quota.collection(), bytes);
        }
    }

    @Override
    public void release(UUID holder) {
        Map<UUID, Long> held = quotas.charges(holder, null);
        if (!held.isEmpty()) {
            quotas.release(holder, null);
            held.forEach((collection, bytes) -> ledger.add(collection, -bytes));
        }
    }

    @Override
    public void settle() {
        ledger.settle();
    }

    /** What a write in place gives back. */
    private Map<UUID, Long> replaced(FilesTarget target) {
        ResourceView resource = target.resource();
        return resource == null || target.line() != null
                ? Map.of()
                : quotas.charges(resource.id(), resource.revision());
    }
}
