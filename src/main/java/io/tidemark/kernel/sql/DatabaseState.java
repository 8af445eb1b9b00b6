package io.tidemark.kernel.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.resource.ResourceException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Whether the database answers, as the last request or timer found it. While it does not, nobody needs to wait for it to
 * know: requests are answered 503 at once, and the log has one line for when it went, and one for when it was back.
 */
@ApplicationScoped
public class DatabaseState {

    private static final Logger LOG = Logger.getLogger(DatabaseState.class);

    /**
     * PostgreSQL's and H2's SQLSTATEs of what would work at another time: statements and waits for locks that took too long,
     * sessions that were idle in a transaction, and resources that are used up.
     */
    private static final Set<String> BUSY =
            Set.of("57014", "55P03", "25P03", "25P04", "HYT00", "53000", "53200", "53300");

    /** No room on the database's disk. */
    private static final String FULL = "53100";

    /** H2's codes: an input or output that failed, connection broken, file corrupt or locked, and database closed. */
    private static final Set<Integer> CLOSED = Set.of(90020, 90028, 90030, 90031, 90067, 90098, 90121);

    private final AtomicBoolean gone = new AtomicBoolean();

    /** How WildFly says that a transaction had been rolled back when the work in it was done. */
    private static final Set<String> ROLLED_BACK = Set.of("WFLYEJB0447", "ARJUNA016102");

    /** What keeps the database from its work. */
    public enum Trouble {
        /** Too much to do: the next request may fare better. */
        BUSY,
        /** No room for anything new. */
        FULL,
        /** It does not answer. */
        GONE
    }

    /** Whether it did not answer when it was last asked. */
    public boolean isGone() {
        return gone.get();
    }

    /** What was the matter with the database, if a failure comes from that. One that is gone is remembered to be so. */
    public @Nullable Trouble trouble(Throwable failure) {
        Trouble trouble = find(failure);
        if (trouble == Trouble.GONE && gone.compareAndSet(false, true)) {
            LOG.errorf("The database does not answer; until it does, requests are answered 503: %s", first(failure));
        }
        return trouble;
    }

    /** It has answered. */
    void answered() {
        if (gone.compareAndSet(true, false)) {
            LOG.info("The database answers again");
        }
    }

    /** The worst of what a failure, its causes and what is suppressed in them tell: a commit in doubt has its cause there. */
    private static @Nullable Trouble find(Throwable failure) {
        Trouble found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            found = worse(found, of(cause));
            for (Throwable suppressed : cause.getSuppressed()) {
                found = worse(found, find(suppressed));
            }
        }
        return found;
    }

    private static @Nullable Trouble worse(@Nullable Trouble one, @Nullable Trouble other) {
        return other != null && (one == null || other == Trouble.GONE) ? other : one;
    }

    /**
     * Whether the transaction manager ended a transaction because it took too long; the one who worked in it meets that as
     * something that is closed or not there any more.
     */
    private static boolean isRolledBack(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return failure instanceof RollbackException && ROLLED_BACK.stream().anyMatch(message::startsWith);
    }

    private static @Nullable Trouble of(Throwable cause) {
        if (isRolledBack(cause)) {
            return Trouble.BUSY;
        }
        if (cause instanceof ResourceException) {
            // The pool has no connection. Where the database is the reason, it is among the causes.
            return Trouble.BUSY;
        }
        if (!(cause instanceof SQLException sql)) {
            return cause.getClass().getName().equals("org.h2.mvstore.MVStoreException") ? Trouble.GONE : null;
        }
        String state = String.valueOf(sql.getSQLState());
        if (state.startsWith("08") || state.startsWith("57P0") || CLOSED.contains(sql.getErrorCode())) {
            return Trouble.GONE;
        }
        return state.equals(FULL) ? Trouble.FULL : BUSY.contains(state) ? Trouble.BUSY : null;
    }

    private static String first(Throwable failure) {
        String found = failure.toString();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                found = String.valueOf(cause.getMessage());
            }
        }
        return found.lines().findFirst().orElse("");
    }
}
