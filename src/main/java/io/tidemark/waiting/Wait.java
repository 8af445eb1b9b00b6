package io.tidemark.waiting;

import io.tidemark.kernel.xml.XmlElement;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request that may wait (RFC 7240, section 4.3), from its first look at the collection to its answer. The
 * request is worked on anew each time something may have changed; its body can be read only once, so it is kept here.
 */
public final class Wait {

    private final XmlElement body;
    private final int seconds;
    private final long end;
    private @Nullable Watch watch;

    Wait(XmlElement body, int seconds) {
        this.body = body;
        this.seconds = seconds;
        this.end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    }

    /** The body of the request. */
    public XmlElement body() {
        return body;
    }

    /** How many seconds the request waits at most: as the answer's {@code Preference-Applied} says. */
    public int seconds() {
        return seconds;
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    /** Has the request wait, once it has left its thread. */
    void on(Watch awaited) {
        watch = awaited;
    }

    /** What the request waits for; null when it is to be answered. It is taken once. */
    @Nullable
    Watch take() {
        Watch taken = watch;
        watch = null;
        return taken;
    }
}
