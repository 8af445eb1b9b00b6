package io.tidemark.tool;

import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;

/** Tries again what failed for a reason that may pass, after 0.5, 1, 2 and 4 seconds or so. */
final class Retry {

    private static final int ATTEMPTS = 5;

    private final long firstMillis;
    private final Progress progress;

    Retry(long firstMillis, Progress progress) {
        this.firstMillis = firstMillis;
        this.progress = progress;
    }

    /** One try. */
    interface Attempt<T> {
        T run() throws IOException, InterruptedException;
    }

    <T> T run(Attempt<T> attempt) throws IOException, InterruptedException {
        long wait = firstMillis;
        for (int left = ATTEMPTS - 1; ; left--) {
            try {
                return attempt.run();
            } catch (TransientException e) {
                if (left == 0) {
                    throw e;
                }
                progress.note("trying again: " + e.getMessage());
            }
            // Not all at once when a server comes back.
            Thread.sleep(wait + ThreadLocalRandom.current().nextLong(wait / 4 + 1));
            wait *= 2;
        }
    }
}
