package io.tidemark.namespace;

import io.tidemark.content.ContentHash;
import java.time.Instant;
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
     * Whether a file shows all of this already, so that to write it is no change. The time alone is no news to those who
     * synchronise, unless the client set it.
     */
    public boolean isShownBy(ResourceView file) {
        return Objects.equals(file.hash(), hash)
                && type.equals(file.type())
                && Objects.equals(language, file.language())
                && modifiedAt.map(file.modifiedAt()::equals).orElse(true);
    }
}
