package io.tidemark.waiting;

import io.tidemark.journal.Sequencer;
import io.tidemark.kernel.sql.DatabaseState;
import io.tidemark.target.Visibility;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
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
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks for all requests that wait whether something has changed for them, whichever node has written it. While nobody waits
 * it does nothing; while nothing changes it asks the journal alone, however many wait.
 */
@Singleton
@Startup
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WaitingTimer {

    private static final System.Logger LOG = System.getLogger(WaitingTimer.class.getName());

    /** A change is to be heard of within a second. */
    private static final long MILLIS = 250;

    @Inject
    private WaitingRequests waiting;

    @Inject
    private WatchRepository marks;

    @Inject
    private Visibility visibility;

    @Inject
    private DatabaseState database;

    @EJB
    private Sequencer sequencer;

    @Resource
    private TimerService timers;

    /** A server that is told to end waits for what is under way: it must not wait for those that wait for nothing. */
    private final Thread atShutdown = new Thread(() -> waiting.stop(), "tidemark-waiting-requests");

    @PostConstruct
    void begin() {
        timers.createIntervalTimer(MILLIS, MILLIS, new TimerConfig(null, false));
        Runtime.getRuntime().addShutdownHook(atShutdown);
    }

    @PreDestroy
    void end() {
        waiting.stop();
        try {
            Runtime.getRuntime().removeShutdownHook(atShutdown);
        } catch (IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, "It runs already", e);
        }
    }

    /** Answers those whose time is over, and those for whom something may have changed. */
    @Timeout
    public void look() {
        waiting.resume(waiting.matching(ParkedRequest::isOver));
        try {
            if (!database.isGone() && !waiting.areNone()) {
                wakeChanged();
            }
        } catch (RuntimeException e) {
            // What the database hinders is left to the next time.
            if (database.trouble(e) == null) {
                throw e;
            }
        }
    }

    private void wakeChanged() {
        long newest = sequencer.sequence();
        List<ParkedRequest> behind = waiting.matching(request -> request.known() < newest);
        if (behind.isEmpty()) {
            return;
        }
        long since = behind.stream().mapToLong(ParkedRequest::known).min().getAsLong();
        if (visibility.newestChange() > since) {
            waiting.resume(behind);
            return;
        }
        Set<UUID> collections = marks.collections(watched(behind, Watch::collections), since);
        Set<Long> members = marks.members(watched(behind, Watch::members), since);
        waiting.resume(behind.stream()
                .filter(request -> !Collections.disjoint(
                                collections, request.watch().collections())
                        || !Collections.disjoint(members, request.watch().members()))
                .toList());
        behind.forEach(request -> request.passed(newest));
    }

    private static <T> Set<T> watched(List<ParkedRequest> requests, Function<Watch, Collection<T>> what) {
        return requests.stream()
                .flatMap(request -> what.apply(request.watch()).stream())
                .collect(Collectors.toSet());
    }
}
