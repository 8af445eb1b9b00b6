package io.tidemark.app;

import io.tidemark.journal.Sequencer;
import io.tidemark.kernel.sql.DatabaseState;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells whoever distributes requests that changes do not get their numbers any more, so that no report can tell of them. While
 * the database does not answer, nothing is known of that, and {@link DatabaseReadiness} says enough.
 */
@Readiness
@ApplicationScoped
public class NumberingReadiness implements HealthCheck {

    /** The sequencer's transactions end after ten seconds, and the next one takes the work up. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @EJB
    private Sequencer sequencer;

    @Inject
    private DatabaseState database;

    @Override
    public HealthCheckResponse call() {
        Instant now = Instant.now();
        Optional<Duration> waiting = database.isGone()
                ? Optional.empty()
                : sequencer.oldestWaiting().map(since -> Duration.between(since, now));
        return HealthCheckResponse.named("numbering")
                .status(waiting.filter(age -> age.compareTo(PATIENCE) > 0).isEmpty())
                .withData("waiting_seconds", waiting.map(Duration::toSeconds).orElse(0L))
                .build();
    }
}
