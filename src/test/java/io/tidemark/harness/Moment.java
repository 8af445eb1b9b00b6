package io.tidemark.harness;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Times between what has happened and what is still to come, on the clock that the tests and the server share. */
public final class Moment {

    private Moment() {}

    /** A time after all that has happened so far, and before all that happens when it is returned; in whole milliseconds. */
    public static Instant between() throws InterruptedException {
        long moment = System.currentTimeMillis() + 1;
        while (System.currentTimeMillis() <= moment) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        return Instant.ofEpochMilli(moment);
    }
}
