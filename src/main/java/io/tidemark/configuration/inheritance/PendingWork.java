package io.tidemark.configuration.inheritance;

import io.tidemark.kernel.sql.Retry;
import io.tidemark.kernel.sql.Unattended;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.interceptor.Interceptors;
import java.util.List;
import java.util.UUID;

/** Works inherited revisions off when they come, and what others have left every second. */
@Singleton
@Interceptors(Unattended.class)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PendingWork {

    @EJB
    private PendingService service;

    /** Begins at once, while the caller goes on. */
    @Asynchronous
    public void begin() {
        workOff();
    }

    /** Runs every second. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void workOff() {
        List<UUID> waiting = service.oldest();
        while (!waiting.isEmpty()) {
            waiting.forEach(this::workOff);
            waiting = service.oldest();
        }
    }

    private void workOff(UUID inherited) {
        boolean more = true;
        while (more) {
            more = Retry.transaction(() -> service.handDown(inherited));
        }
    }
}
