package io.tidemark.configuration.merge;

/** What becomes of a file that is copied to a configuration. */
enum MergeResult {
    /** The configuration has it, or is ahead. */
    CONTAINED,
    /** The configuration takes it over. */
    TAKEN,
    /** The configuration has gone its own way. */
    CONFLICT
}
