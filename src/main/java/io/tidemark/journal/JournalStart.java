package io.tidemark.journal;

import io.tidemark.kernel.sql.Unattended;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Begins the journal of a new store, and keeps the backlog of unnumbered changes short while nobody asks for order. */
@Singleton
@Interceptors(Unattended.class)
@Startup
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JournalStart {

    @Inject
    private JournalRepository journal;

    @EJB
    private Sequencer sequencer;

    @Resource
    private TimerService timers;

    /** How often what waits is numbered though nobody asks; zero for never. */
    @Inject
    @ConfigProperty(name = "tidemark.journal.interval", defaultValue = "PT1S")
    private Duration interval;

    @PostConstruct
    void begin() {
        journal.createHeadIfAbsent(UUID.randomUUID());
        if (!interval.isZero()) {
            timers.createIntervalTimer(interval.toMillis(), interval.toMillis(), new TimerConfig(null, false));
        }
    }

    /** Numbers what waits. */
    @Timeout
    public void sequence() {
        sequencer.sequence();
        sequencer.settle();
    }
}
