package io.tidemark.journal;

import java.util.UUID;

/**
 * Where the journal and one collection stand at one moment.
 *
 * @param incarnation which life of the store this is
 * @param waiting whether a committed change waits for its number, so that the mark may not know of it
 */
record CollectionState(UUID incarnation, boolean waiting, CollectionMark mark) {}
