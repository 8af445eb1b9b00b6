package io.tidemark.signon;

import io.tidemark.apppassword.AppPasswords;
import io.tidemark.apppassword.CurrentAppPassword;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.memory.BoundedMap;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Where users come with tokens, remembers for their app passwords in which groups they were last seen. It writes when they
 * changed, and now and then.
 */
@Provider
public class SignInFilter implements ContainerRequestFilter {

    private static final int MOST = 10_000;
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final Map<String, Seen> seen = new BoundedMap<>(MOST);

    @Inject
    private OidcSettings oidc;

    @Inject
    private CurrentAppPassword current;

    @Inject
    private Caller caller;

    @EJB
    private AppPasswords passwords;

    private record Seen(Set<String> groups, long nanos) {}

    @Override
    public void filter(ContainerRequestContext request) {
        if (oidc.isUsed() && current.get().isEmpty() && isNews(caller.name(), caller.groups())) {
            passwords.signedIn(caller.name(), caller.groups());
        }
    }

    private boolean isNews(String name, Set<String> groups) {
        long now = System.nanoTime();
        synchronized (seen) {
            Seen last = seen.get(name);
            if (last != null && last.groups().equals(groups) && now - last.nanos() < INTERVAL.toNanos()) {
                return false;
            }
            seen.put(name, new Seen(groups, now));
            return true;
        }
    }
}
