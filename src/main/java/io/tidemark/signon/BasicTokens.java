package io.tidemark.signon;

import io.tidemark.kernel.memory.BoundedMap;
import io.tidemark.kernel.memory.Fingerprint;
import io.tidemark.signon.OpenIdProvider.Token;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Access tokens for those who send a password. The provider takes a tenth of a second and more to check one, so that a
 * token is kept for a configured short time; a user who is barred, or has another password, is out after it.
 */
@ApplicationScoped
public class BasicTokens {

    private static final int MOST = 10_000;
    private static final int STRIPES = 64;

    /** A token is not used in its last seconds: the container's clock and the provider's differ. */
    private static final Duration SKEW = Duration.ofSeconds(10);

    private final Fingerprint fingerprint = new Fingerprint();
    private final Map<String, Cached> tokens = new BoundedMap<>(MOST);
    private final Object[] stripes = new Object[STRIPES];

    private final Duration life;
    private final OpenIdProvider provider;

    private record Cached(String token, long untilNanos) {}

    /**
     * Tokens of a provider.
     *
     * @param life for how long a token is kept at most
     */
    @Inject
    public BasicTokens(
            @ConfigProperty(name = "tidemark.oidc.basic-cache", defaultValue = "PT1M") Duration life,
            OpenIdProvider provider) {
        this.life = life;
        this.provider = provider;
        Arrays.setAll(stripes, i -> new Object());
    }

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    protected BasicTokens() {
        this(Duration.ZERO, null);
    }

    /**
     * The token for a name and a password.
     *
     * @return empty when they are wrong
     * @throws IOException when the provider cannot be asked
     */
    Optional<String> token(BasicCredentials credentials) throws IOException {
        String key = fingerprint.of(credentials.pair());
        Optional<String> cached = cached(key);
        if (cached.isPresent()) {
            return cached;
        }
        // A client that begins with thirty requests at once asks the provider once.
        synchronized (stripes[Math.floorMod(key.hashCode(), STRIPES)]) {
            Optional<String> meanwhile = cached(key);
            return meanwhile.isPresent() ? meanwhile : ask(credentials, key);
        }
    }

    /**
     * The token for a code, which is good once.
     *
     * @return empty when the provider does not take it
     * @throws IOException when the provider cannot be asked
     */
    Optional<String> token(Evidence.Code code) throws IOException {
        return provider.ask(code).map(Token::text);
    }

    private Optional<String> ask(BasicCredentials credentials, String key) throws IOException {
        long asked = System.nanoTime();
        Optional<Token> token = provider.ask(credentials);
        token.ifPresent(granted -> keep(key, granted, asked));
        return token.map(Token::text);
    }

    private void keep(String key, Token token, long asked) {
        Duration good = token.life().minus(SKEW);
        Duration kept = good.compareTo(life) < 0 ? good : life;
        synchronized (tokens) {
            tokens.put(key, new Cached(token.text(), asked + kept.toNanos()));
        }
    }

    private Optional<String> cached(String key) {
        synchronized (tokens) {
            Cached found = tokens.get(key);
            if (found == null) {
                return Optional.empty();
            }
            if (found.untilNanos() - System.nanoTime() <= 0) {
                tokens.remove(key);
                return Optional.empty();
            }
            return Optional.of(found.token());
        }
    }
}
