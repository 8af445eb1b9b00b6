package io.tidemark.figures;

import io.tidemark.embedded.Reserve;
import io.tidemark.guard.WriteGate;
import io.tidemark.index.IndexedContents;
import io.tidemark.index.IndexedNames;
import io.tidemark.journal.Sequencer;
import io.tidemark.kernel.sql.DatabaseState;
import io.tidemark.waiting.WaitingRequests;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;

/** How each figure is found out. */
@ApplicationScoped
class Samples {

    @Inject
    private SampleRepository repository;

    @Inject
    private DatabaseState database;

    @Inject
    private WriteGate gate;

    @Inject
    private IndexedNames names;

    @Inject
    private IndexedContents contents;

    @Inject
    private WaitingRequests waiting;

    @EJB
    private Sequencer sequencer;

    /** What is in memory, as it is now. */
    double now(Figure figure) {
        return switch (figure) {
            case DATABASE_UP -> database.isGone() ? 0 : 1;
            case DATABASE_FULL -> Reserve.isShort() || Reserve.isAwaited() ? 1 : 0;
            case CONTENTS_AGE ->
                contents.knownUntil().map(Samples::secondsSince).orElse(Double.NaN);
            case WAITING -> waiting.count();
            default -> throw new IllegalArgumentException(figure + " is not in memory");
        };
    }

    /** What is asked of the database at such an interval. */
    Map<Figure, Double> of(Figure.Interval interval) {
        return switch (interval) {
            case NOW -> Map.of();
            case OFTEN -> often();
            case MINUTE ->
                Map.of(
                        Figure.LOCKS, (double) repository.locks(),
                        Figure.CHECKOUTS, (double) repository.checkouts(),
                        Figure.TO_RESOLVE, (double) repository.toResolve(),
                        Figure.TO_INHERIT, (double) repository.toInherit(),
                        Figure.UPLOADS, (double) repository.uploads(),
                        Figure.UPLOAD_BYTES, (double) repository.uploadBytes(),
                        Figure.DATABASE_SIZE, (double) repository.databaseBytes());
            case CONTENT -> content();
        };
    }

    private Map<Figure, Double> often() {
        OptionalLong indexed = names.number();
        return Map.of(
                Figure.UNNUMBERED,
                (double) repository.unnumbered(),
                Figure.UNNUMBERED_AGE,
                sequencer.oldestWaiting().map(Samples::secondsSince).orElse(0.0),
                Figure.GATE_WAITING,
                (double) gate.waiting(),
                Figure.NAMES_BEHIND,
                indexed.isEmpty() ? Double.NaN : (double) Math.max(0, repository.head() - indexed.getAsLong()));
    }

    /** Writers go on meanwhile, so that the sums are of two moments: none is below zero for that. */
    private Map<Figure, Double> content() {
        SampleRepository.Stored stored = repository.stored();
        long live = repository.liveBytes();
        return Map.of(
                Figure.CONTENT_LIVE, (double) live,
                Figure.CONTENT_HISTORY, (double) Math.max(0, stored.all() - stored.marked() - live),
                Figure.CONTENT_GARBAGE, (double) stored.marked());
    }

    private static double secondsSince(Instant time) {
        return Math.max(0, Duration.between(time, Instant.now()).toMillis() / 1000.0);
    }
}
