package io.tidemark.waiting;

import io.tidemark.kernel.http.Prefer;
import io.tidemark.kernel.xml.XmlElement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The requests of this node that wait for a change (docs/synchronisation.md). */
@ApplicationScoped
public class WaitingRequests {

    private static final String ATTRIBUTE = WaitingRequests.class.getName();

    /** Proxies close connections on which nothing comes for much longer. */
    private static final int MOST_SECONDS = 60;

    private final Set<ParkedRequest> parked = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    @Inject
    private HttpServletRequest servlet;

    @Inject
    private Principal caller;

    /** Of one user, half of them at most. */
    @Inject
    @ConfigProperty(name = "tidemark.waiting-requests", defaultValue = "4000")
    private int most;

    /** What is kept of the current request, if it has waited before. */
    public Optional<Wait> resumed() {
        return Optional.ofNullable((Wait) servlet.getAttribute(ATTRIBUTE));
    }

    /** The wait of the current request, which has one if its client prefers it. */
    public Optional<Wait> preferred(Prefer prefer, XmlElement body) {
        return resumed()
                .or(() -> Optional.of(prefer.waitSeconds())
                        .filter(seconds -> seconds > 0)
                        .map(seconds -> new Wait(body, Math.min(seconds, MOST_SECONDS))));
    }

    /** Whether a request is to be answered, whatever there is to say: its time is over, or that of the server. */
    public boolean isOver(Wait wait) {
        return stopping || wait.isOver();
    }

    /**
     * Has the current request wait, as soon as its thread leaves it: whatever is answered now is not sent.
     *
     * @return whether there is room for about one more
     */
    public boolean park(Wait wait, Watch watch) {
        String user = caller.getName();
        long own = parked.stream().filter(other -> other.user().equals(user)).count();
        if (own >= most / 2 || parked.size() >= most) {
            return false;
        }
        wait.on(watch);
        servlet.setAttribute(ATTRIBUTE, wait);
        return true;
    }

    /** What a request is to wait for that its thread leaves; null for one that has been answered. */
    static @Nullable Wait waitOf(HttpServletRequest request) {
        return (Wait) request.getAttribute(ATTRIBUTE);
    }

    void add(ParkedRequest request) {
        parked.add(request);
        if (stopping) {
            resume(List.of(request));
        }
    }

    /** How many wait on this node. */
    public int count() {
        return parked.size();
    }

    boolean areNone() {
        return parked.isEmpty();
    }

    List<ParkedRequest> matching(Predicate<ParkedRequest> condition) {
        return parked.stream().filter(condition).toList();
    }

    /** Has requests worked on, unless somebody else has done so. */
    void resume(Collection<ParkedRequest> requests) {
        for (ParkedRequest request : requests) {
            if (parked.remove(request)) {
                request.resume();
            }
        }
    }

    /** Lets nobody wait any more. */
    void stop() {
        stopping = true;
        resume(List.copyOf(parked));
    }
}
