package io.tidemark.upload;

import io.tidemark.guard.StorageLimit;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** What is done to uploads in the background, each step a transaction. */
@Stateless
public class UploadSweep {

    @Inject
    private UploadRepository uploads;

    @Inject
    private StorageLimit limit;

    /** Forgets an upload that has expired; says whether it had, and was there. */
    public boolean end(UUID id, Instant now) {
        boolean expired = uploads.lock(id)
                .filter(upload -> upload.expiresAt().isBefore(now))
                .isPresent();
        if (expired) {
            uploads.delete(id);
            limit.release(id);
        }
        return expired;
    }
}
