package io.tidemark.namespace;

import io.tidemark.content.ContentHash;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file's content, with what describes it.
 *
 * @param hash the stored body
 * @param storedAt when that was stored first
 * @param length its length in bytes
 * @param type its media type
 * @param language its {@code Content-Language}, if one was given
 * @param modifiedAt when the client says that it was changed; else now
 */
public record Body(
        ContentHash hash,
        Instant storedAt,
        long length,
        String type,
        @Nullable String language,
        Optional<Instant> modifiedAt) {

    /** The same, when it has turned out that the stored body was there before. */
    public Body storedAt(Instant first) {
        return new Body(hash, first, length, type, language, modifiedAt);
    }

    /**
     * Whether a file shows all of this already, so that to write it now is no change. Times are shown, and compared, to the
     * second.
     *
     * @param now when it counts as changed if the client has not said when that was
     */
    public boolean isShownBy(ResourceView file, Instant now) {
        return Objects.equals(file.hash(), hash)
                && type.equals(file.type())
                && Objects.equals(language, file.language())
                && seconds(modifiedAt.orElse(now)).equals(seconds(file.modifiedAt()));
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
