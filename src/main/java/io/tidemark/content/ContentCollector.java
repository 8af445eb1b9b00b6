package io.tidemark.content;

import io.tidemark.kernel.sql.Retry;
import jakarta.ejb.EJB;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Deletes bodies to which nothing refers any more. A body is condemned first and deleted a grace period later, which is
 * longer than any transaction: one that began to refer to it meanwhile has either reprieved it or is seen by then.
 */
@Singleton
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ContentCollector {

    private static final int BATCH = 500;

    @Inject
    private ContentRepository repository;

    @EJB
    private ContentDeletion deletion;

    @Inject
    @ConfigProperty(name = "tidemark.content.grace", defaultValue = "PT1H")
    private Duration grace;

    /** Runs every ten minutes. */
    @Schedule(hour = "*", minute = "*/10", persistent = false)
    public void collect() {
        OffsetDateTime before = OffsetDateTime.now(ZoneOffset.UTC).minus(grace);
        List<ContentHash> condemned = repository.condemnedBefore(before, BATCH);
        while (!condemned.isEmpty()) {
            condemned.forEach(hash -> Retry.transaction(() -> deletion.delete(hash, before)));
            condemned = condemned.size() < BATCH ? List.of() : repository.condemnedBefore(before, BATCH);
        }
        List<ContentHash> released = repository.releasedBefore(before, BATCH);
        while (!released.isEmpty()) {
            released.forEach(hash -> Retry.transaction(() -> deletion.condemn(hash)));
            released = released.size() < BATCH ? List.of() : repository.releasedBefore(before, BATCH);
        }
    }
}
