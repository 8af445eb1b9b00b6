package io.tidemark.app;

import io.tidemark.journal.Forgetting;
import io.tidemark.kernel.sql.Retry;
import io.tidemark.kernel.sql.Unattended;
import io.tidemark.namespace.CollectionPurge;
import io.tidemark.namespace.PurgeCandidate;
import io.tidemark.namespace.PurgeService;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.List;

/**
 * Keeps the history as long as it is configured to, and no longer: tokens that would need more are refused first, then what
 * was deleted that long ago goes for ever, then the journal's own rows.
 */
@Singleton
@Interceptors(Unattended.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HistoryKeeper {

    @EJB
    private Forgetting forgetting;

    @EJB
    private PurgeService purge;

    @Inject
    private CollectionPurge collections;

    /** Runs every five minutes. */
    @Schedule(hour = "*", minute = "*/5", persistent = false)
    public void forget() {
        long limit = forgetting.limit();
        while (Retry.transaction(() -> forgetting.announce(limit))) {
            // A batch at a time: the journal's head is locked meanwhile.
        }
        long announced = forgetting.announced();
        List<PurgeCandidate> candidates = purge.candidates(announced);
        while (!candidates.isEmpty()) {
            candidates.forEach(this::close);
            candidates = purge.candidates(announced);
        }
        List<PurgeCandidate> released = purge.released();
        while (!released.isEmpty()) {
            released.forEach(this::close);
            released = purge.released();
        }
        while (Retry.transaction(() -> forgetting.delete())) {
            // The same.
        }
    }

    private void close(PurgeCandidate candidate) {
        if (purge.isDead(candidate)) {
            collections.empty(candidate.resourceId(), step -> Retry.transaction(step::getAsBoolean));
        }
        Retry.transaction(() -> purge.close(candidate));
    }
}
