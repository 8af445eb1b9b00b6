package io.tidemark.signon;

import io.tidemark.kernel.memory.BoundedMap;
import io.tidemark.kernel.memory.Fingerprint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Slows down those who guess passwords: per user and address, and, with more patience, per address whichever the user. No
 * counter is of a user alone: who guesses from elsewhere keeps nobody out. Credentials that were right a while ago always
 * pass, so that a guesser behind the same address does not keep those out that are at work already.
 *
 * <p>Each node counts for itself: written to the database, guesses would cost more than they do. With n nodes one can
 * guess n times as often.
 */
@ApplicationScoped
public class Throttle {

    private static final int MOST_REMEMBERED = 10_000;
    private static final Duration REMEMBERED = Duration.ofHours(1);

    /** A provider hands a household, or a machine, a whole /64. */
    private static final int IPV6_PREFIX_BYTES = 8;

    private final Fingerprint fingerprint = new Fingerprint();
    private final Map<String, Long> good = new BoundedMap<>(MOST_REMEMBERED);
    private final Backoff perPair;
    private final Backoff perAddress;

    /** A throttle with the given patience. */
    @Inject
    public Throttle(
            @ConfigProperty(name = "tidemark.sign-on.free-failures", defaultValue = "5") int freePerPair,
            @ConfigProperty(name = "tidemark.sign-on.free-failures-per-address", defaultValue = "100")
                    int freePerAddress,
            @ConfigProperty(name = "tidemark.sign-on.max-wait", defaultValue = "PT5M") Duration longest) {
        this.perPair = new Backoff(freePerPair, longest);
        this.perAddress = new Backoff(freePerAddress, longest);
    }

    /** For the container's proxies. */
    protected Throttle() {
        this(0, 0, Duration.ZERO);
    }

    /** How long credentials have to wait before they are looked at; zero to look at them now. */
    Duration enter(BasicCredentials credentials, InetAddress address) {
        return enter(credentials, address, System.nanoTime());
    }

    Duration enter(BasicCredentials credentials, InetAddress address, long nowNanos) {
        if (wasGood(credentials, nowNanos)) {
            return Duration.ZERO;
        }
        Duration wait = perAddress.enter(text(address), nowNanos);
        return wait.isZero() ? perPair.enter(pair(credentials, address), nowNanos) : wait;
    }

    /** Records that credentials were wrong. */
    void failed(BasicCredentials credentials, InetAddress address) {
        failed(credentials, address, System.nanoTime());
    }

    void failed(BasicCredentials credentials, InetAddress address, long nowNanos) {
        synchronized (good) {
            good.remove(fingerprint.of(credentials.pair()));
        }
        perPair.failed(pair(credentials, address), nowNanos);
        perAddress.failed(text(address), nowNanos);
    }

    /** Records that credentials were right. */
    void succeeded(BasicCredentials credentials, InetAddress address) {
        succeeded(credentials, address, System.nanoTime());
    }

    void succeeded(BasicCredentials credentials, InetAddress address, long nowNanos) {
        synchronized (good) {
            good.put(fingerprint.of(credentials.pair()), nowNanos);
        }
        perPair.forget(pair(credentials, address));
    }

    private boolean wasGood(BasicCredentials credentials, long nowNanos) {
        synchronized (good) {
            Long when = good.get(fingerprint.of(credentials.pair()));
            return when != null && nowNanos - when < REMEMBERED.toNanos();
        }
    }

    private static String pair(BasicCredentials credentials, InetAddress address) {
        return text(address) + ' ' + credentials.user().toLowerCase(Locale.ROOT);
    }

    private static String text(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of()
                .formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_PREFIX_BYTES) : bytes);
    }
}
