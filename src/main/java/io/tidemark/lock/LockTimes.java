package io.tidemark.lock;

import io.tidemark.kernel.http.Timeout;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** For how long locks are granted (RFC 4918, section 6.6). */
@ApplicationScoped
class LockTimes {

    @Inject
    @ConfigProperty(name = "tidemark.lock.default-timeout", defaultValue = "PT1H")
    private Duration defaultTimeout;

    @Inject
    @ConfigProperty(name = "tidemark.lock.max-timeout", defaultValue = "P7D")
    private Duration maxTimeout;

    /** What is granted for a wish, in seconds. */
    long seconds(Optional<Timeout> timeout) {
        return timeout.map(wish -> Math.min(Math.max(1, wish.seconds().orElse(Long.MAX_VALUE)), maxTimeout.toSeconds()))
                .orElseGet(() -> Math.min(defaultTimeout.toSeconds(), maxTimeout.toSeconds()));
    }

    /** Now, as exactly as the database keeps it. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
