package io.tidemark.sync;

import io.tidemark.target.FilesTarget;

/**
 * One member URL of an answer.
 *
 * @param target what is mapped there; unmapped when it was removed
 * @param boundary whether the report stops there (RFC 6578, section 3.3)
 */
record SyncItem(FilesTarget target, boolean boundary) {

    static SyncItem of(FilesTarget target) {
        return new SyncItem(target, false);
    }

    static SyncItem boundary(FilesTarget target) {
        return new SyncItem(target, true);
    }
}
