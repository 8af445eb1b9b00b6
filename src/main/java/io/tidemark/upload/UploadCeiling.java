package io.tidemark.upload;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much users may have that is not whole yet, and for how long it is kept. Either may be passed by as many as come at once. */
@ApplicationScoped
class UploadCeiling {

    /** For how long it can be asked whether an upload was completed whose answer got lost. */
    private static final Duration COMPLETED = Duration.ofHours(1);

    @Inject
    private UploadRepository uploads;

    @Inject
    @ConfigProperty(name = "tidemark.uploads.max-per-user", defaultValue = "100")
    private int maxPerUser;

    @Inject
    @ConfigProperty(name = "tidemark.uploads.max-bytes-per-user", defaultValue = "107374182400")
    private long maxBytes;

    @Inject
    @ConfigProperty(name = "tidemark.uploads.max-parts", defaultValue = "10000")
    private int maxParts;

    @Inject
    @ConfigProperty(name = "tidemark.uploads.max-age", defaultValue = "P1D")
    private Duration maxAge;

    /** The most bytes that an upload can have. */
    long maxBytes() {
        return maxBytes;
    }

    /** For how long an upload is kept to which nothing comes. */
    Duration maxAge() {
        return maxAge;
    }

    /** Until when an upload is kept to which something has just come. */
    Instant expiry() {
        return Instant.now().plus(maxAge);
    }

    /** Until when an upload is known that is complete. */
    Instant expiryOfCompleted() {
        return Instant.now().plus(COMPLETED.compareTo(maxAge) < 0 ? COMPLETED : maxAge);
    }

    /**
     * Lets a user begin an upload.
     *
     * @throws DavException 507 {@code too-many-uploads}
     */
    void checkNumber(String principal) {
        if (uploads.use(principal).uploads() >= maxPerUser) {
            throw DavException.of(507, Conditions.TOO_MANY_UPLOADS);
        }
    }

    /**
     * Lets more bytes of a user's come, or refuses those that have.
     *
     * @throws DavException 507 {@code too-many-uploaded-bytes}
     */
    void checkBytes(String principal, long more) {
        if (more > maxBytes - uploads.use(principal).bytes()) {
            throw DavException.of(507, Conditions.TOO_MANY_UPLOADED_BYTES);
        }
    }

    /**
     * Lets another part of an upload come.
     *
     * @throws DavException 507 {@code too-many-parts}
     */
    void checkParts(int parts) {
        if (parts >= maxParts) {
            throw DavException.of(507, Conditions.TOO_MANY_PARTS);
        }
    }
}
