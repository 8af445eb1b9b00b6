package io.tidemark.sync;

/**
 * What a walk reports: what changed after one change and up to another.
 *
 * @param since the change that the client has; {@link Resume#NOTHING} for a first synchronisation
 * @param bound the change that the client will have
 */
record Span(SyncLevel level, long since, long bound) {

    /** Whether it has no changes. */
    boolean isEmpty() {
        return since == bound;
    }

    boolean isDeep() {
        return level == SyncLevel.INFINITE;
    }
}
