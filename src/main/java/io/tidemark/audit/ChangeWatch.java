package io.tidemark.audit;

import io.tidemark.journal.ChangeMade;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Notes the changes that a request commits. What the server does by itself, later, is in the journal alone. */
@ApplicationScoped
public class ChangeWatch {

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChangeMade made) {
        ServletRequestContext context = ServletRequestContext.current();
        if (context != null) {
            AuditNotes.of(context.getOriginalRequest()).changed(made.id());
        }
    }
}
