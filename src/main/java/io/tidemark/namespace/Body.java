package io.tidemark.namespace;

import io.tidemark.content.ContentHash;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file's content, with what describes it.
 *
 * @param hash the stored body
 * @param length its length in bytes
 * @param type its media type
 * @param language its {@code Content-Language}, if one was given
 * @param modifiedAt when the client says that it was changed; else now
 */
public record Body(
        ContentHash hash,
        long length,
        String type,
        @Nullable String language,
        Optional<Instant> modifiedAt) {}
