package io.tidemark.lock;

import io.tidemark.kernel.http.DavPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lock that is in force.
 *
 * @param root the path of the URL at which it was taken, percent-encoded: {@code DAV:lockroot}
 * @param ownerXml the {@code DAV:owner} element as the client sent it
 * @param principal who took it, and alone may use its token
 * @param timeoutSeconds for how long it was granted last, in seconds
 * @param createdAt when it was taken
 * @param held what it keeps other checkouts from; null for a write lock
 */
public record ActiveLock(
        UUID token,
        UUID resourceId,
        String root,
        boolean exclusive,
        boolean infinite,
        @Nullable String ownerXml,
        String principal,
        long timeoutSeconds,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Reservation held) {

    private static final String SCHEME = "urn:uuid:";

    /** The state token that names the lock. */
    public String tokenUri() {
        return SCHEME + token;
    }

    /** How long the lock still holds, in seconds, rounded up: what was granted, when it has just been granted. */
    long secondsLeft() {
        return Math.max(0, (Duration.between(Instant.now(), expiresAt).toMillis() + 999) / 1_000);
    }

    /** Whether it keeps others from writing to the resource (RFC 4918, section 7). */
    public boolean isWriteLock() {
        return held == null;
    }

    /** The same lock, said to be at another URL. */
    ActiveLock at(String otherRoot) {
        return new ActiveLock(
                token,
                resourceId,
                otherRoot,
                exclusive,
                infinite,
                ownerXml,
                principal,
                timeoutSeconds,
                createdAt,
                expiresAt,
                held);
    }

    /** Whether {@code principal} submits this lock's token with {@code tokens}. */
    boolean isSubmitted(List<String> tokens, String who) {
        return principal.equals(who) && tokens.contains(tokenUri());
    }

    /** Whether the lock was taken at a URL that is {@code path} or below it. */
    boolean isRootedWithin(DavPath path) {
        return root.equals(path.asCollection(false).href())
                || root.startsWith(path.asCollection(true).href());
    }

    /** Whether a state token is of the form that locks have. */
    static boolean isToken(String uri) {
        return uri.startsWith(SCHEME);
    }

    /** The lock's identity in a state token; null when it is none. */
    static @Nullable UUID parse(String uri) {
        if (!isToken(uri)) {
            return null;
        }
        try {
            UUID token = UUID.fromString(uri.substring(SCHEME.length()));
            return uri.equals(SCHEME + token) ? token : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
