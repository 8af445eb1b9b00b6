package io.tidemark.configuration.inheritance;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Begins with inherited revisions as soon as the transactions have ended that added them. */
@ApplicationScoped
public class PendingStart {

    @EJB
    private PendingWork work;

    void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) PendingRepository.Added added) {
        work.begin();
    }
}
