package io.tidemark.kernel.sql;

import jakarta.inject.Inject;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** For timers: what the database hinders is left to the next time, without a word for each. */
public class Unattended {

    @Inject
    private DatabaseState database;

    /** Runs a timer's work, unless it is known that the database would not take it. */
    @AroundTimeout
    public @Nullable Object work(InvocationContext timer) throws Exception {
        if (database.isGone()) {
            return null;
        }
        try {
            return timer.proceed();
        } catch (Exception e) {
            if (database.trouble(e) == null) {
                throw e;
            }
            return null;
        }
    }
}
