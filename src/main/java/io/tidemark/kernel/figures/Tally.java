package io.tidemark.kernel.figures;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/**
 * What is counted as it happens, on this node since it started. Counting is an addition without a lock, and is done whether or
 * not the server has anything that reads it.
 */
public enum Tally {
    /** A request brought credentials that were right. */
    SIGN_ONS("tidemark.sign.ons", "outcome", "right", "Requests with credentials"),
    /** A request brought credentials that were wrong. */
    SIGN_ON_FAILURES("tidemark.sign.ons", "outcome", "wrong", "Requests with credentials"),
    /** A password was not looked at, because too many before it had been wrong. */
    SIGN_ONS_SLOWED("tidemark.sign.ons", "outcome", "slowed", "Requests with credentials"),
    /** A user had too many requests under way. */
    OVER_CEILING("tidemark.requests.refused", "reason", "ceiling", "Requests that were refused to protect others"),
    /** A writer waited at the gate for as long as one may. */
    GATE_PATIENCE("tidemark.requests.refused", "reason", "gate", "Requests that were refused to protect others"),
    /** A client brought a sync token that was not good, or not any more: it has to fetch all anew. */
    TOKENS_REFUSED("tidemark.tokens.refused", "kind", "sync", "Sync tokens that were refused"),
    /** A transaction ran again because another one was in its way. */
    TRANSACTIONS_REPEATED(
            "tidemark.transactions.repeated",
            "reason",
            "collision",
            "Transactions that ran again because another one was in their way");

    private static final Map<Tally, LongAdder> SUMS =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(tally -> tally, tally -> new LongAdder()));

    private final String figure;
    private final String tag;
    private final String tagValue;
    private final String description;

    Tally(String figure, String tag, String tagValue, String description) {
        this.figure = figure;
        this.tag = tag;
        this.tagValue = tagValue;
        this.description = description;
    }

    /** Counts one more. */
    public void add() {
        sum(this).increment();
    }

    private static LongAdder sum(Tally tally) {
        return Objects.requireNonNull(SUMS.get(tally));
    }

    /** How often it has happened since the start. */
    public long sum() {
        return sum(this).sum();
    }

    /** The name of the figure, in Micrometer's spelling; several tallies may be one, told apart by their tags. */
    public String figure() {
        return figure;
    }

    /** The name of the tag. */
    public String tag() {
        return tag;
    }

    /** Its value. */
    public String tagValue() {
        return tagValue;
    }

    /** What the figure is, for people. */
    public String description() {
        return description;
    }
}
