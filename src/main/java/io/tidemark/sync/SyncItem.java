package io.tidemark.sync;

import io.tidemark.target.FilesTarget;

/**
 * One member URL of an answer.
 *
 * @param target what is mapped there; unmapped when it was removed
 */
record SyncItem(FilesTarget target) {}
