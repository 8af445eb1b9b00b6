package io.tidemark.apppassword;

import io.tidemark.apppassword.AppPasswordRepository.Kept;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes, checks, shows and revokes app passwords (docs/protocol.md, App passwords). */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class AppPasswords {

    /** That an app password was used is written at most once in this time. */
    private static final Duration USE_INTERVAL = Duration.ofMinutes(1);

    /** What has expired is shown for so long. */
    private static final Duration SHOWN_EXPIRED = Duration.ofDays(30);

    private final SecureRandom random = new SecureRandom();

    @Inject
    private AppPasswordRepository repository;

    @Inject
    private Caller caller;

    @Inject
    @ConfigProperty(name = "tidemark.app-passwords.max-life", defaultValue = "P365D")
    private Duration maxLife;

    @Inject
    @ConfigProperty(name = "tidemark.app-passwords.max-per-user", defaultValue = "50")
    private int maxPerUser;

    @Inject
    @ConfigProperty(name = "tidemark.page.session-life", defaultValue = "PT12H")
    private Duration sessionLife;

    /** A new app password, and the only copy of its secret. */
    public record Made(AppPassword password, String secret) {}

    /**
     * Makes one for the caller.
     *
     * @throws DavException 403 {@code too-many-app-passwords}; 409 when it would expire too late, or has expired already
     */
    public Made make(Wish wish) {
        Instant now = now();
        Instant latest = now.plus(maxLife);
        Instant expires = wish.expires().orElse(latest).truncatedTo(ChronoUnit.SECONDS);
        if (expires.isAfter(latest) || !expires.isAfter(now)) {
            throw DavException.conflict("It must expire later than now and not after " + latest + '.');
        }
        // Several at once may get a few past the limit, which is there for disk space alone.
        if (repository.countForClients(caller.name()) >= maxPerUser) {
            throw DavException.of(403, Conditions.TOO_MANY_APP_PASSWORDS);
        }
        return make(wish, now, expires, false);
    }

    /**
     * Makes one for the caller's browser. It refuses nobody: of the caller's sessions the oldest ends where there are too
     * many.
     *
     * @param name what the user finds it by in the list
     */
    public Made beginSession(String name) {
        Instant now = now();
        repository.deleteOldSessions(caller.name(), now, maxPerUser - 1);
        Instant expires = now.plus(sessionLife).truncatedTo(ChronoUnit.SECONDS);
        return make(new Wish(name, Optional.of(expires), false, Optional.empty()), now, expires, true);
    }

    private Made make(Wish wish, Instant now, Instant expires, boolean session) {
        Secret secret = Secret.random(random);
        AppPassword made = new AppPassword(
                secret.selector(),
                caller.name(),
                wish.name(),
                now,
                expires,
                wish.readOnly(),
                wish.path().orElse(null),
                null,
                caller.groups(),
                now,
                session);
        repository.store(made, secret.hash());
        return new Made(made, secret.text());
    }

    /**
     * The app password that a client has sent, if it is that user's and good today; and records its use. It comes before
     * each request, and begins no transaction for its one look.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<AppPassword> check(String user, String password) {
        return check(password, kept -> !kept.session() && kept.principal().equalsIgnoreCase(user));
    }

    /** The session that a browser's cookie holds, if it is good today; and records its use, as {@link #check} does. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<AppPassword> checkSession(String cookie) {
        return check(cookie, AppPassword::session);
    }

    private Optional<AppPassword> check(String password, Predicate<AppPassword> applies) {
        Instant now = now();
        Optional<AppPassword> good = Secret.parse(password)
                .flatMap(secret -> repository
                        .find(secret.selector())
                        .filter(kept -> secret.matches(kept.hash()))
                        .map(Kept::password)
                        .filter(applies)
                        .filter(kept -> kept.expires().isAfter(now)));
        good.ifPresent(used -> {
            Instant since = now.minus(USE_INTERVAL);
            if (used.lastUsed() == null || used.lastUsed().isBefore(since)) {
                repository.used(used.selector(), now, since);
            }
        });
        return good;
    }

    /** One of a user's. */
    public Optional<AppPassword> find(String principal, String selector) {
        return repository.find(principal, selector);
    }

    /** A page of a user's, in the order of their selectors. */
    public List<AppPassword> page(String principal, String after, int limit) {
        return repository.page(principal, after, limit);
    }

    /** A page of everybody's, in the order of their selectors. */
    public List<AppPassword> pageOfAll(String after, int limit) {
        return repository.pageOfAll(after, limit);
    }

    /** How many a user has. */
    public int count(String principal) {
        return repository.count(principal);
    }

    /**
     * Revokes one of a user's, from the next request on.
     *
     * @throws DavException 404 when it is gone
     */
    public void revoke(String principal, String selector) {
        if (!repository.delete(principal, selector)) {
            throw DavException.notFound();
        }
    }

    /** Revokes all of a user's. */
    public void revokeAll(String principal) {
        repository.deleteAll(principal);
    }

    /** Remembers a user's groups for those realms that can only be asked when the user signs in. */
    public void signedIn(String principal, Set<String> groups) {
        repository.signedIn(principal, groups, now());
    }

    /** Forgets what has expired long ago. */
    @Schedule(hour = "3", persistent = false)
    void forget() {
        repository.deleteExpired(now().minus(SHOWN_EXPIRED));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
