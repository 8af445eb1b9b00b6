package io.tidemark.quota;

import io.tidemark.content.ContentRepository;
import io.tidemark.content.ContentStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How much the store holds and how much more it can. The sum over all contents is read once a minute at most. */
@ApplicationScoped
class StoreUsage {

    private static final long FRESH_NANOS = TimeUnit.MINUTES.toNanos(1);

    private record Used(long bytes, long atNanos) {}

    private volatile @Nullable Used last;

    @Inject
    private ContentRepository contents;

    @Inject
    private ContentStore store;

    long usedBytes() {
        Used used = last;
        if (used == null || System.nanoTime() - used.atNanos() > FRESH_NANOS) {
            used = new Used(contents.totalBytes(), System.nanoTime());
            last = used;
        }
        return used.bytes();
    }

    long availableBytes() {
        try {
            return store.usableBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
