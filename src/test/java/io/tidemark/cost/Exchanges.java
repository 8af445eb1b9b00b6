package io.tidemark.cost;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Counts the exchanges of requests with PostgreSQL: how often its driver waits for an answer. The driver logs each message that
 * it sends; an exchange ends with a {@code Sync}. What timers do meanwhile, on threads of their own, does not count.
 */
final class Exchanges implements AutoCloseable {

    private static final String SYNC = "FE=> Sync";

    private final Logger driver = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
    private final Level before = driver.getLevel();
    private final boolean passedOn = driver.getUseParentHandlers();
    private final AtomicInteger count = new AtomicInteger();

    private final Handler counter = new Handler() {
        @Override
        public void publish(LogRecord message) {
            if (message.getMessage() != null
                    && message.getMessage().contains(SYNC)
                    && Thread.currentThread().getName().startsWith("default task")) {
                count.incrementAndGet();
            }
        }

        @Override
        public void flush() {
            // Nothing is kept.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    Exchanges() {
        counter.setLevel(Level.ALL);
        driver.setUseParentHandlers(false);
        driver.setLevel(Level.FINEST);
        driver.addHandler(counter);
    }

    /** How many exchanges some requests take. */
    int of(Runnable requests) {
        count.set(0);
        requests.run();
        return count.get();
    }

    @Override
    public void close() {
        driver.removeHandler(counter);
        driver.setLevel(before);
        driver.setUseParentHandlers(passedOn);
    }
}
