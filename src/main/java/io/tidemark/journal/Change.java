package io.tidemark.journal;

import io.tidemark.kernel.sql.TimeOrderedId;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.security.Principal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The change that the current transaction makes: one transaction is one change is one step in every feed. Whatever is
 * recorded here is written to the journal in the transaction itself, so that none is without its rows.
 */
@TransactionScoped
public class Change implements Serializable {

    private static final long serialVersionUID = 1L;

    private final UUID id = TimeOrderedId.next();
    private final Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final Set<Object> recorded = new HashSet<>();

    @PersistenceContext(unitName = "tidemark")
    private transient EntityManager entityManager;

    @Inject
    private transient Principal caller;

    /** The change's identity. */
    public UUID id() {
        return id;
    }

    /** When the change was made: the same for all that it does. */
    public Instant at() {
        return at;
    }

    /** Who makes the change. */
    public String principal() {
        return caller.getName();
    }

    /** Records that a resource was mapped at a member's name. */
    public void mapped(long memberId) {
        record(ChangeKind.MAPPED, memberId);
    }

    /** Records that nothing is mapped at a member's name any more. */
    public void unmapped(long memberId) {
        record(ChangeKind.UNMAPPED, memberId);
    }

    /** Records that a resource changed, at every member that shows it. */
    public void changed(UUID resourceId) {
        if (recorded.add(resourceId)) {
            entityManager.persist(new JournalEntry(this, ChangeKind.CHANGED, null, resourceId));
        }
    }

    private void record(ChangeKind kind, long memberId) {
        if (recorded.add(kind.name() + memberId)) {
            entityManager.persist(new JournalEntry(this, kind, memberId, null));
        }
    }
}
