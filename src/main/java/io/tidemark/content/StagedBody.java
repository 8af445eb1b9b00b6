package io.tidemark.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A body that has arrived whole and is on the disk or in memory, but is not yet anybody's. Closing it forgets it unless
 * it was kept.
 *
 * @param arrivedAt when it had, in microseconds, as databases know them
 * @param sums its checksums; null where nobody has taken them
 * @param body a small body itself, or null
 * @param file the staged file of a larger one, or null
 */
public record StagedBody(
        ContentHash hash,
        long length,
        Instant arrivedAt,
        @Nullable Sums sums,
        byte @Nullable [] body,
        @Nullable Path file)
        implements AutoCloseable {

    /** A body without checksums. */
    public StagedBody(ContentHash hash, long length, Instant arrivedAt, byte @Nullable [] body, @Nullable Path file) {
        this(hash, length, arrivedAt, null, body, file);
    }

    @Override
    public void close() {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
