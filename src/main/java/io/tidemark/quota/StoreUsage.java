package io.tidemark.quota;

import io.tidemark.content.ContentRepository;
import io.tidemark.content.ContentStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;

/** How much the store holds and how much more it can. The sum over all contents is read once a minute at most. */
@ApplicationScoped
class StoreUsage {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Used(long bytes, Instant at) {}

    private volatile Used last = new Used(0, Instant.EPOCH);

    @Inject
    private ContentRepository contents;

    @Inject
    private ContentStore store;

    long usedBytes() {
        Used used = last;
        if (used.at().plus(FRESH).isBefore(Instant.now())) {
            used = new Used(contents.totalBytes(), Instant.now());
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
