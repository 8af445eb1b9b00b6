package io.tidemark.traffic;

import io.tidemark.kernel.memory.BoundedMap;
import io.tidemark.kernel.memory.Fingerprint;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for whom: requests with the same credentials for one another, those with credentials that nobody has been
 * signed in by for one another, and those without any. Whoever sends requests by the thousand has his own wait.
 */
final class Lanes {

    /** Refusals take no time. */
    private static final int AT_ONCE_OF_NOBODY = 8;

    /** To sign in may take a directory's time. */
    private static final int AT_ONCE_OF_STRANGERS = 32;

    private static final int MOST_REMEMBERED = 10_000;

    private final Executor threads;
    private final int atOnce;
    private final Lane ofNobody;
    private final Lane ofStrangers;
    private final Lane ofAwoken;
    private final Fingerprint fingerprint = new Fingerprint();
    private final Map<String, Lane> signedIn = new BoundedMap<>(MOST_REMEMBERED);

    /**
     * Lanes on threads that all share.
     *
     * @param atOnce how many requests with the same credentials are worked on at once
     */
    Lanes(Executor threads, int atOnce) {
        this.threads = threads;
        this.atOnce = atOnce;
        this.ofNobody = new Lane(threads, AT_ONCE_OF_NOBODY);
        this.ofStrangers = new Lane(threads, AT_ONCE_OF_STRANGERS);
        this.ofAwoken = new Lane(threads, atOnce);
    }

    /**
     * The lane of a request.
     *
     * @param credentials its {@code Authorization}; null when it has none
     */
    Lane of(@Nullable String credentials) {
        if (credentials == null) {
            return ofNobody;
        }
        String known = fingerprint.of(credentials);
        synchronized (signedIn) {
            return signedIn.getOrDefault(known, ofStrangers);
        }
    }

    /** Whether it is the lane of credentials that nobody has been signed in by. */
    boolean isOfStrangers(Lane lane) {
        return lane == ofStrangers;
    }

    /** The lane of requests that waited for a change: one change may wake a thousand of them. */
    Lane ofAwoken() {
        return ofAwoken;
    }

    /** Gives credentials a lane of their own, because somebody has been signed in by them. */
    void signedIn(String credentials) {
        String known = fingerprint.of(credentials);
        synchronized (signedIn) {
            signedIn.computeIfAbsent(known, unknown -> new Lane(threads, atOnce));
        }
    }
}
