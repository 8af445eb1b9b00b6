package io.tidemark.configuration.exchange;

/** What becomes of a file that is copied to a configuration. */
enum Verdict {
    /** The configuration has it, or is ahead. */
    CONTAINED,
    /** The configuration takes it over. */
    TAKEN,
    /** The configuration has gone its own way. */
    CONFLICT
}
