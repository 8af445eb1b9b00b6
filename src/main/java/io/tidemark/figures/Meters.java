package io.tidemark.figures;

import io.tidemark.kernel.figures.Tally;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Where figures go. A server may have no such thing. */
interface Meters {

    /** How long requests take, in Micrometer's spelling. */
    String REQUESTS = "tidemark.requests";

    /**
     * A request has been answered.
     *
     * @param kind what it was
     * @param duration from its head to the end of its answer
     */
    void request(RequestKind kind, Duration duration);

    /** Shows a tally from now on. */
    void show(Tally tally);

    /** Shows a figure from now on; what there is nothing to say about is not a number. */
    void show(Figure figure, DoubleSupplier value);

    /** Shows nothing of this any more. */
    void close();
}
