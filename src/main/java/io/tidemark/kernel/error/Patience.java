package io.tidemark.kernel.error;

import java.time.Duration;

/**
 * How long one request may take. It gives up in good time: a transaction that is over before it ends says nothing of why, and
 * no request keeps a thread for as long as it likes.
 */
public final class Patience {

    private final long end;
    private final Condition exhausted;

    /**
     * Patience from now on.
     *
     * @param exhausted what is said of a request that takes longer
     */
    public Patience(Duration patience, Condition exhausted) {
        this.end = System.nanoTime() + patience.toNanos();
        this.exhausted = exhausted;
    }

    /**
     * Asks whether there is still time.
     *
     * @throws DavException 507 when there is not
     */
    public void require() {
        if (System.nanoTime() - end > 0) {
            throw DavException.of(507, exhausted);
        }
    }
}
