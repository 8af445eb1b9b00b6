package io.tidemark.upload;

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
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Forgets uploads to which nothing came for so long that nobody will go on with them. */
@Singleton
@Interceptors(Unattended.class)
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UploadExpiry {

    private static final int BATCH = 100;

    @EJB
    private UploadSweep sweep;

    @Inject
    private UploadRepository uploads;

    @Inject
    private UploadCeiling ceiling;

    @Inject
    private PartFiles files;

    /** Runs every minute. The rows go first: what is left of the files is found at night. */
    @Schedule(hour = "*", minute = "*", persistent = false)
    public void expire() {
        Instant now = Instant.now();
        List<UUID> expired = uploads.expired(now, BATCH);
        while (!expired.isEmpty()) {
            for (UUID id : expired) {
                if (Retry.transaction(() -> sweep.end(id, now))) {
                    files.delete(id);
                }
            }
            expired = uploads.expired(now, BATCH);
        }
    }

    /** Looks after files that a crash left without a row; runs once a night. */
    @Schedule(hour = "3", minute = "45", persistent = false)
    public void sweep() {
        files.untouchedSince(Instant.now().minus(ceiling.maxAge())).stream()
                .filter(id -> !uploads.exists(id))
                .forEach(files::delete);
    }
}
