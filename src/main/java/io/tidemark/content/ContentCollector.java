package io.tidemark.content;

import io.tidemark.kernel.sql.Retry;
import io.tidemark.kernel.sql.Unattended;
import jakarta.ejb.EJB;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Deletes bodies to which nothing refers any more. A body is marked first and deleted a grace period later, which is
 * longer than any transaction: one that began to refer to it meanwhile has either taken the mark away or is seen by then.
 */
@Singleton
@Interceptors(Unattended.class)
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ContentCollector {

    private static final int BATCH = 500;

    @Inject
    private ContentRepository repository;

    @Inject
    private ContentStore store;

    @EJB
    private ContentDeletion deletion;

    @Inject
    @ConfigProperty(name = "tidemark.content.grace", defaultValue = "PT1H")
    private Duration grace;

    /** Looks after bodies of which a reference went; runs every ten minutes. */
    @Schedule(hour = "*", minute = "*/10", persistent = false)
    public void collect() {
        store.unlessCopied(this::deleteReleased);
    }

    private void deleteReleased() {
        OffsetDateTime before = OffsetDateTime.now(ZoneOffset.UTC).minus(grace);
        List<ContentHash> released = repository.releasedBefore(before, BATCH);
        while (!released.isEmpty()) {
            released.forEach(hash -> Retry.transaction(() -> deletion.examine(hash, before)));
            released = repository.releasedBefore(before, BATCH);
        }
    }

    /** Looks after files that a crash left without a row, and uploads that it cut off; runs once a night. */
    @Schedule(hour = "3", minute = "30", persistent = false)
    public void sweep() {
        store.unlessCopied(this::deleteStrays);
    }

    private void deleteStrays() {
        Instant before = Instant.now().minus(grace);
        try {
            store.discardStagedBefore(before);
            store.list((hash, since) -> {
                if (since.isBefore(before) && !repository.exists(hash)) {
                    Retry.transaction(() -> deletion.deleteStray(hash));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
