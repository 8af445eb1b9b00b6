package io.tidemark.journal;

import io.tidemark.kernel.sql.Retry;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/**
 * Gives committed changes their numbers. Writers draw none: transactions commit in another order than they would draw, and
 * a reader that had passed a number would never see the change that commits with a lower one. Whoever needs order asks
 * here first; when nothing waits, that costs one look into an index.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Sequencer {

    /** Of how many rows a transaction numbers the changes. */
    private static final int BATCH = 5_000;

    @Inject
    private NumberingRepository journal;

    @EJB
    private Numbering numbering;

    /**
     * Numbers every change that was committed before the call. It does not run after those that commit meanwhile: while
     * others write all the time, it would never end.
     *
     * @return the number of the newest change: a bound, below and at which no change will appear later
     */
    public long sequence() {
        boolean more = journal.hasUnnumbered();
        while (more) {
            more = Retry.transaction(() -> numbering.numberNext(BATCH));
        }
        return journal.headNumber();
    }

    /** When the oldest of the committed changes was made that wait for their numbers; empty when none waits. */
    public Optional<Instant> oldestWaiting() {
        return journal.oldestWaiting();
    }

    /** Settles what can be settled of the line of changes, though none waits: so that who looks for such finds none soon. */
    public void settle() {
        if (journal.hasUnsettled()) {
            Retry.transaction(() -> numbering.numberNext(BATCH));
        }
    }
}
