package io.tidemark.retention;

import io.tidemark.audit.AutomaticRemoval;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.sql.Retry;
import io.tidemark.kernel.sql.Unattended;
import io.tidemark.retention.RetentionRepository.Due;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.interceptor.Interceptors;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Lets revisions go that have stayed as long as their policies say. */
@Singleton
@Interceptors(Unattended.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RetentionKeeper {

    private static final int BATCH = 100;

    @EJB
    private RetentionService service;

    /** Runs every minute. */
    @Schedule(hour = "*", minute = "*", persistent = false)
    public void keep() {
        // As the database keeps it: what is noted for now is due now.
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        List<Due> due = service.due(now, BATCH);
        while (!due.isEmpty()) {
            due.forEach(one -> look(one, now));
            due = service.due(now, BATCH);
        }
    }

    private void look(Due due, Instant now) {
        Retry.transaction(() -> service.look(due, now))
                .ifPresent(removal -> AutomaticRemoval.log(
                        removal.path(),
                        removal.file(),
                        removal.revisions().stream().map(RevisionId::of).toList()));
    }
}
