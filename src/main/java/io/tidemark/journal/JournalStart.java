package io.tidemark.journal;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/** Begins the journal of a new store, and keeps the backlog of unnumbered changes short while nobody asks for order. */
@Singleton
@Startup
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JournalStart {

    @Inject
    private JournalRepository journal;

    @EJB
    private Sequencer sequencer;

    @PostConstruct
    void createHead() {
        journal.createHeadIfAbsent(UUID.randomUUID());
    }

    /** Numbers what waits, every second. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void sequence() {
        sequencer.sequence();
    }
}
