package io.tidemark.retention;

import io.tidemark.namespace.Destroyed;
import io.tidemark.namespace.Mapped;
import io.tidemark.namespace.RevisionMade;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;

/** Has files looked at when something happens to them that may let revisions go. */
@ApplicationScoped
public class RetentionTriggers {

    @Inject
    private RetentionRepository repository;

    void made(@Observes RevisionMade made) {
        if (!made.collection() && repository.hasPolicies()) {
            repository.lookAt(made.resource(), Instant.now());
        }
    }

    /** What comes from elsewhere may come under a policy, with all that is in it. */
    void mapped(@Observes Mapped mapped) {
        if (repository.hasPolicies()) {
            repository.lookAt(mapped.resource(), Instant.now());
        }
    }

    void destroyed(@Observes Destroyed destroyed) {
        repository.setPolicy(destroyed.resource(), null);
    }
}
